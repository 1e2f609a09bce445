package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws a drawing into any Graphics2D: screen, SVG, PDF and PNG are the same picture. */
public final class Painter {
  /**
   * Of a page of more tables all names come before the columns: poppler's pdftotext reads no more
   * than 50,000 letters smaller than 3 points of a page (TextPage::addChar), and names matter most.
   */
  private static final int NAMES_FIRST_FROM = 600;

  private final Drawing drawing;
  private final Theme theme;
  private final Emphasis emphasis;

  private Painter(Drawing drawing, Theme theme, Emphasis emphasis) {
    this.drawing = drawing;
    this.theme = theme;
    this.emphasis = emphasis;
  }

  /** Fills the viewport with what it shows, at the level of detail of its scale. */
  public static void paint(
      Graphics2D g, Drawing drawing, Theme theme, Viewport viewport, Emphasis emphasis) {
    Graphics2D own = (Graphics2D) g.create();
    own.setColor(theme.canvas());
    own.fill(new Rectangle2D.Double(0, 0, viewport.width(), viewport.height()));
    own.transform(
        new AffineTransform(
            viewport.scale(),
            0,
            0,
            viewport.scale(),
            -viewport.x() * viewport.scale(),
            -viewport.y() * viewport.scale()));
    Level level = Level.at(viewport.scale());
    quality(own);
    Brush brush = Brush.pixels(own, theme, level, viewport.scale());
    new Painter(drawing, theme, emphasis).all(brush, viewport.area());
    own.dispose();
  }

  /** Draws a part of the drawing in its own units, with every detail, without a background. */
  public static void paintFull(Graphics2D g, Drawing drawing, Theme theme, Area part) {
    paintPart(g, drawing, theme, part, Level.ROWS, 1);
  }

  /**
   * Draws a part in the drawing's own units at a level of detail, without a background.
   *
   * @param scale points or pixels per unit, so that thin lines stay visible
   */
  static void paintPart(
      Graphics2D g, Drawing drawing, Theme theme, Area part, Level level, double scale) {
    Graphics2D own = (Graphics2D) g.create();
    quality(own);
    new Painter(drawing, theme, Emphasis.NONE).all(Brush.exact(own, theme, level, scale), part);
    own.dispose();
  }

  /** Draws what is seen of a drawing with a brush of any kind. */
  static void paint(Brush brush, Drawing drawing, Emphasis emphasis, Area view) {
    new Painter(drawing, brush.theme(), emphasis).all(brush, view);
  }

  private void all(Brush brush, Area view) {
    FramePainter frames = new FramePainter(brush);
    WirePainter wires = new WirePainter(brush);
    BoxPainter boxes = new BoxPainter(brush);
    List<Placed> seen =
        drawing.boxes().values().stream().filter(b -> b.area().grown(8).touches(view)).toList();
    drawing.frames().stream().filter(f -> f.area().touches(view)).forEach(frames::border);
    for (Wire wire : drawing.wires()) {
      if (wire.bounds().grown(16).touches(view)) {
        wires.paint(wire, false);
      }
    }
    if (seen.size() > NAMES_FIRST_FROM) {
      seen.forEach(boxes::body);
      seen.forEach(boxes::columns);
    } else {
      seen.forEach(boxes::paint);
    }
    drawing.frames().stream()
        .filter(f -> f.area().touches(view))
        .forEach(f -> frames.title(f, drawing.boxes().values()));
    if (emphasis.dims()) {
      veil(brush.g(), view);
      seen.stream().filter(b -> emphasis.lit().contains(b.table())).forEach(boxes::paint);
    }
    if (emphasis.follows()) {
      followed(view, wires);
    }
    for (Placed box : seen) {
      if (emphasis.selected().contains(box.table())) {
        boxes.selected(box);
      }
      String note = emphasis.notes().get(box.table());
      if (note != null) {
        boxes.note(box, note);
      }
    }
  }

  private void veil(Graphics2D g, Area view) {
    g.setComposite(AlphaComposite.SrcOver);
    g.setColor(theme.veil());
    g.fill(new Rectangle2D.Double(view.x(), view.y(), view.width(), view.height()));
  }

  /** Lines of the selection once more on top, those of badges straight across. */
  private void followed(Area view, WirePainter wires) {
    for (Wire wire : drawing.wires()) {
      if (wire.links().stream().anyMatch(emphasis::follows)
          && wire.bounds().grown(16).touches(view)) {
        wires.paint(wire, true);
      }
    }
    List<WirePainter.Across> across = new ArrayList<>();
    for (Link link : drawing.badged()) {
      if (emphasis.follows(link)) {
        TableName child = link.child();
        drawing
            .box(link.parent())
            .ifPresent(p ->
                drawing.box(child).ifPresent(c -> across.add(new WirePainter.Across(link, p, c))));
      }
    }
    if (across.size() < Sheaf.FROM) {
      wires.across(across, view);
      return;
    }
    List<WirePainter.Across> single = new ArrayList<>();
    List<Sheaf> sheaves = Sheaf.of(across, drawing.frames(), emphasis, single);
    wires.across(single, view);
    wires.reached(across, view);
    sheaves.forEach(s -> wires.sheaf(s, view));
  }

  static void quality(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }
}
