package dev.shardwright.diagram;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** The sheets of a poster that is cut over several, with all that helps to glue it together. */
record TiledSheets(Tiling tiling, Poster poster, Paper paper) {
  private static final double CROP = 12;
  private static final double CROP_AWAY = 4;
  private static final Color MARKS = new Color(0x40, 0x40, 0x40);
  private static final BasicStroke HAIRLINE = new BasicStroke(0.5f);
  private static final Color SEAM = new Color(0x80, 0x88, 0x90);
  private static final BasicStroke GLUE =
      new BasicStroke(0.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, new float[] {3, 3}, 0);
  private static final Typeface NAME = Typeface.STRONG.at(13);
  private static final Typeface WORDS = Typeface.SMALL.at(7.5f);

  List<Sheet> sheets() {
    return tiling.tiles().stream().map(this::sheet).toList();
  }

  private Sheet sheet(Tiling.Tile tile) {
    Area net = tiling.net();
    double dx = net.x() - tile.part().x();
    double dy = net.y() - tile.part().y();
    Sheet.Placement whole = poster.placement();
    return new Sheet(
        "Sheet " + tile.name(),
        tiling.widthPt(),
        tiling.heightPt(),
        Optional.of(new Sheet.Placement(whole.scale(), whole.x() + dx, whole.y() + dy, net)),
        g -> paint(g, tile, dx, dy));
  }

  private void paint(Graphics2D g, Tiling.Tile tile, double dx, double dy) {
    Area net = tiling.net();
    Graphics2D own = (Graphics2D) g.create();
    own.clip(new Rectangle2D.Double(net.x(), net.y(), net.width(), net.height()));
    own.translate(dx, dy);
    poster.paint(own, tile.part());
    own.dispose();
    cropMarks(g, net);
    glueLines(g, tile, net);
    names(new Ink(g, Theme.LIGHT), tile, net);
  }

  private static void cropMarks(Graphics2D g, Area net) {
    g.setColor(MARKS);
    g.setStroke(HAIRLINE);
    for (double x : new double[] {net.x(), net.right()}) {
      for (double y : new double[] {net.y(), net.bottom()}) {
        double outX = x == net.x() ? -1 : 1;
        double outY = y == net.y() ? -1 : 1;
        g.draw(new Line2D.Double(x + outX * CROP_AWAY, y, x + outX * CROP, y));
        g.draw(new Line2D.Double(x, y + outY * CROP_AWAY, x, y + outY * CROP));
      }
    }
  }

  /** Where the edge of the next sheet comes to lie. */
  private void glueLines(Graphics2D g, Tiling.Tile tile, Area net) {
    g.setColor(SEAM);
    g.setStroke(GLUE);
    if (tile.column() + 1 < tiling.across()) {
      double x = net.right() - Tiling.OVERLAP;
      g.draw(new Line2D.Double(x, net.y(), x, net.bottom()));
    }
    if (tile.row() + 1 < tiling.down()) {
      double y = net.bottom() - Tiling.OVERLAP;
      g.draw(new Line2D.Double(net.x(), y, net.right(), y));
    }
  }

  private void names(Ink ink, Tiling.Tile tile, Area net) {
    double base = tiling.heightPt() - 10;
    double x = net.x() + 16;
    ink.text(tile.name(), NAME, MARKS, x, base);
    int number = tile.row() * tiling.across() + tile.column() + 1;
    String words =
        poster.panel().caption().title()
            + "  ·  sheet "
            + number
            + " of "
            + tiling.across() * tiling.down();
    double room = net.width() * 0.4;
    ink.text(WORDS.fitted(words, room), WORDS, MARKS, x + NAME.width(tile.name()) + 10, base);
    if (tile.row() > 0) {
      ink.textAround(
          "↑ " + Tiling.name(tile.column(), tile.row() - 1), WORDS, MARKS, net.centerX(), 20);
    }
    if (tile.row() + 1 < tiling.down()) {
      String below = "↓ " + Tiling.name(tile.column(), tile.row() + 1);
      ink.textAround(below, WORDS, MARKS, net.centerX(), base);
    }
    if (tile.column() > 0) {
      upright(ink, "↑ " + Tiling.name(tile.column() - 1, tile.row()), 20, net.centerY());
    }
    if (tile.column() + 1 < tiling.across()) {
      String right = "↓ " + Tiling.name(tile.column() + 1, tile.row());
      upright(ink, right, tiling.widthPt() - 14, net.centerY());
    }
  }

  /** Text that runs upwards, so that the arrow of "above" points to the left. */
  private static void upright(Ink ink, String text, double x, double y) {
    AffineTransform before = ink.g().getTransform();
    ink.g().translate(x, y);
    ink.g().rotate(-Math.PI / 2);
    ink.textAround(text, WORDS, MARKS, 0, 0);
    ink.g().setTransform(before);
  }

  /** The whole poster small, with the names of its sheets. */
  Sheet overview() {
    double width = paper.longPt();
    double height = paper.shortPt();
    double margin = Tiling.MARGIN;
    double top = margin + 54;
    double scale =
        Math.min(
            (width - 2 * margin) / poster.widthPt(), (height - top - margin) / poster.heightPt());
    double x = (width - poster.widthPt() * scale) / 2;
    Sheet.Placement whole = poster.placement();
    Sheet.Placement small =
        new Sheet.Placement(
            whole.scale() * scale,
            x + whole.x() * scale,
            top + whole.y() * scale,
            new Area(x, top, poster.widthPt() * scale, poster.heightPt() * scale));
    return new Sheet(
        "How the sheets go together",
        width,
        height,
        Optional.of(small),
        g -> paintOverview(g, scale, x, top));
  }

  private void paintOverview(Graphics2D g, double scale, double x, double top) {
    Ink ink = new Ink(g, Theme.LIGHT);
    double margin = Tiling.MARGIN;
    Typeface title = Typeface.HEADER.at(15);
    Typeface words = Typeface.TEXT.at(9);
    ink.text(poster.panel().caption().title(), title, Theme.LIGHT.text(), margin, margin + 12);
    int count = tiling.across() * tiling.down();
    String sheets =
        count == 1
            ? "The diagram fits on one sheet, A1."
            : "%d sheets, %s to %s: print them at 100 %%, cut left and upper edges at the marks, glue them over the dashed lines of their neighbours."
                .formatted(
                    count, Tiling.name(0, 0), Tiling.name(tiling.across() - 1, tiling.down() - 1));
    ink.text(sheets, words, Theme.LIGHT.muted(), margin, margin + 29);
    Graphics2D own = (Graphics2D) g.create();
    own.translate(x, top);
    own.scale(scale, scale);
    poster.overview(own, scale);
    own.dispose();
    for (Tiling.Tile tile : tiling.tiles()) {
      grid(ink, tile, scale, x, top);
    }
  }

  private void grid(Ink ink, Tiling.Tile tile, double scale, double x, double top) {
    Area part = tile.part();
    double left = x + part.x() * scale;
    double upper = top + part.y() * scale;
    ink.g().setColor(SEAM);
    ink.g().setStroke(GLUE);
    ink.g().draw(new Rectangle2D.Double(left, upper, part.width() * scale, part.height() * scale));
    // Small and on the seam: a name must not cover the names of what it leads to.
    double size = Math.clamp(0.045 * part.height() * scale, 5.5, 10);
    Typeface face = NAME.at((float) size);
    double width = face.width(tile.name()) + 0.8 * size;
    ink.g().setColor(MARKS);
    ink.g().fill(new Rectangle2D.Double(left, upper, width, 1.25 * size));
    ink.text(tile.name(), face, Color.WHITE, left + 0.4 * size, upper + 0.98 * size);
  }
}
