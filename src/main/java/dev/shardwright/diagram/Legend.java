package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Optional;

/** Explains every sign of a drawing; the same on screen and paper. */
public final class Legend {
  private static final double ROW = 24;
  private static final double SAMPLE = 54;
  private static final double TEXT_AT = 68;

  public static final double WIDTH = 300;

  /** What an entry shows beside its words. */
  private sealed interface Sign {
    record Kind(Look look) implements Sign {}

    record Line(Link.Sort sort, boolean risk, boolean nullable, boolean single) implements Sign {}

    record Text(String text) implements Sign {}

    record Nullable() implements Sign {}

    record Count() implements Sign {}

    record Root() implements Sign {}
  }

  /** One sign and what it means. */
  public record Entry(Optional<Look> look, String words) {}

  private record Line(Sign sign, String words) {}

  private static final List<Line> LINES =
      List.of(
          new Line(new Sign.Kind(Look.CLIENT), "Client: rows move with their client"),
          new Line(new Sign.Root(), "The root: one row per client"),
          new Line(new Sign.Kind(Look.CONTEXT), "Context: the same on every shard"),
          new Line(new Sign.Kind(Look.NEUTRAL), "Neutral: in a database of its own"),
          new Line(new Sign.Kind(Look.UNDECIDED), "Undecided: you have to say"),
          new Line(new Sign.Kind(Look.CONFLICT), "Conflict: a key breaks the split"),
          new Line(
              new Sign.Line(Link.Sort.DECLARED, false, false, false),
              "Key: one parent, many children"),
          new Line(new Sign.Line(Link.Sort.DECLARED, false, true, false), "The key may be NULL"),
          new Line(new Sign.Line(Link.Sort.DECLARED, false, false, true), "At most one child"),
          new Line(
              new Sign.Line(Link.Sort.VIRTUAL, false, false, false), "Drawn here, not declared"),
          new Line(new Sign.Line(Link.Sort.CUT, false, false, false), "Cut: it will be removed"),
          new Line(
              new Sign.Line(Link.Sort.DECLARED, true, false, false), "Part of an open finding"),
          new Line(new Sign.Text("→ table"), "A key whose line is not drawn"),
          new Line(new Sign.Text("← 12"), "So many keys arrive here"),
          new Line(new Sign.Nullable(), "A column that may be NULL"),
          new Line(new Sign.Count(), "Open findings of the table"));

  public static final double HEIGHT = ROW * LINES.size();

  /** All entries, as words for those who cannot see the signs. */
  public static final List<Entry> ENTRIES =
      LINES.stream()
          .map(line ->
              new Entry(
                  line.sign() instanceof Sign.Kind kind
                      ? Optional.of(kind.look())
                      : Optional.empty(),
                  line.words()))
          .toList();

  private final Brush brush;

  /** What bubbles on lines hold; empty for a mere sign. */
  private final String number;

  private Legend(Brush brush, String number) {
    this.brush = brush;
    this.number = number;
  }

  /** Draws the legend from the origin on, {@link #WIDTH} by {@link #HEIGHT}, without a ground. */
  public static void paint(Graphics2D g, Theme theme) {
    paint(g, theme, "");
  }

  /** The legend of a drawing whose marks are the numbers of a list. */
  static void paintNumbered(Graphics2D g, Theme theme) {
    paint(g, theme, "2");
  }

  private static void paint(Graphics2D g, Theme theme, String number) {
    Graphics2D own = (Graphics2D) g.create();
    Painter.quality(own);
    Legend legend = new Legend(Brush.exact(own, theme, Level.ROWS, 1), number);
    double y = ROW / 2;
    for (Line line : LINES) {
      legend.sign(line.sign(), y);
      legend.brush.text(line.words(), Typeface.TEXT, theme.text(), TEXT_AT, y + 4.2);
      y += ROW;
    }
    own.dispose();
  }

  private void sign(Sign sign, double y) {
    switch (sign) {
      case Sign.Kind kind -> swatch(kind.look(), y);
      case Sign.Root root -> {
        swatch(Look.CLIENT, y);
        brush.g().setColor(brush.theme().paint(Look.CLIENT).onHeader());
        Glyph.ring(brush.g(), SAMPLE / 2, y, 7.2);
      }
      case Sign.Line line -> line(line, y);
      case Sign.Text text ->
          brush.textBefore(text.text(), Typeface.SMALL, brush.theme().badge(), SAMPLE, y + 4);
      case Sign.Nullable nullable -> {
        brush.g().setColor(brush.theme().muted());
        brush.g().setStroke(brush.stroke(1, 1));
        brush.g().draw(new Ellipse2D.Double(SAMPLE - 26, y - 2.5, 5, 5));
        brush.textBefore("int", Typeface.SMALL, brush.theme().muted(), SAMPLE, y + 4);
      }
      case Sign.Count count -> new Bubbles(brush).before("2", SAMPLE - 1, y, 8);
    }
  }

  private void swatch(Look look, double y) {
    Theme.Paint paint = brush.theme().paint(look);
    Edge border =
        look == Look.UNDECIDED
            ? new Edge(paint.border(), 1.2, 0.8, 5, 3.5)
            : Edge.solid(paint.border(), 1.2, 0.8);
    Area area = new Area(0, y - 9, SAMPLE, 18);
    brush.surface().card(area, 4, paint.header(), 0, paint.header(), border);
    brush.g().setColor(paint.onHeader());
    Glyph.paint(brush.g(), look, SAMPLE / 2, y, 4.4);
  }

  private void line(Sign.Line sign, double y) {
    TableName table = new TableName("", "");
    Link link =
        new Link(
            "",
            table,
            -1,
            table,
            -1,
            sign.nullable(),
            sign.single(),
            sign.sort(),
            sign.risk(),
            sign.risk() ? number : "",
            "");
    Wire wire = new Wire(List.of(link), List.of(new Point(0, y), new Point(SAMPLE, y)), false);
    new WirePainter(brush).paint(wire, false);
  }
}
