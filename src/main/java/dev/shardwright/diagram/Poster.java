package dev.shardwright.diagram;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.List;

/**
 * A drawing with its panel in one border, at any size; its units are points of 1/72 inch.
 *
 * @param marginPt white around the border
 * @param wordScale points per unit of the panel
 * @param largest points per unit that the drawing may have at most
 */
record Poster(
    Drawing drawing,
    Panel panel,
    double widthPt,
    double heightPt,
    double marginPt,
    double wordScale,
    double largest) {
  /** Words smaller than this on paper are left out, and names take their room. */
  private static final double READABLE_PT = 1.7;

  /** Even names that take the room of their table's rows could not be read below this. */
  private static final double SEEN_PT = 0.85;

  private static final double FINER = 2.5;
  private static final double PADDING = 14;

  /** Where the drawing may stand. */
  static Area field(double widthPt, double heightPt, double marginPt, double wordScale) {
    double edge = marginPt + PADDING;
    double width = widthPt - 2 * edge - Panel.WIDTH * wordScale;
    return new Area(edge, edge, width, heightPt - 2 * edge);
  }

  /** The least poster around a drawing in life size. */
  static Area around(Area drawing, double marginPt) {
    double edges = 2 * (marginPt + PADDING);
    return new Area(0, 0, drawing.width() + edges + Panel.WIDTH, drawing.height() + edges);
  }

  /** Points per unit at which a drawing fits into a field. */
  static double scale(Area all, Area field, double largest) {
    double across = field.width() / Math.max(1, all.width());
    double down = field.height() / Math.max(1, all.height());
    return Math.min(largest, Math.min(across, down));
  }

  /** The drawing in the middle of its field, as large as fits. */
  Sheet.Placement placement() {
    Area field = field(widthPt, heightPt, marginPt, wordScale);
    Area all = drawing.bounds();
    double scale = scale(all, field, largest);
    return new Sheet.Placement(
        scale,
        field.centerX() - all.centerX() * scale,
        field.centerY() - all.centerY() * scale,
        field);
  }

  /** Draws all but the drawing, in the drawing's units. */
  void around(Graphics2D g) {
    Sheet.Placement placement = placement();
    Graphics2D own = (Graphics2D) g.create();
    Painter.quality(own);
    own.scale(1 / placement.scale(), 1 / placement.scale());
    own.translate(-placement.x(), -placement.y());
    panel(own, new Area(0, 0, widthPt, heightPt));
    own.dispose();
  }

  /** Draws a part in life size. */
  void paint(Graphics2D g, Area part) {
    paint(g, part, 1, Level.ROWS);
  }

  /** Draws the whole, that many times as large as life, for those who look for a sheet. */
  void overview(Graphics2D g, double shrunk) {
    paint(g, new Area(0, 0, widthPt, heightPt), shrunk, Level.NAMES);
  }

  private void paint(Graphics2D g, Area part, double shrunk, Level most) {
    Sheet.Placement placement = placement();
    Graphics2D own = (Graphics2D) g.create();
    own.translate(placement.x(), placement.y());
    own.scale(placement.scale(), placement.scale());
    Area seen = placement.inDrawing(part);
    double textPt = Typeface.SMALL.size() * placement.scale() * shrunk;
    Level level = Collections.min(List.of(most, level(textPt)));
    // A printer shows finer lines than a screen, and names of frames must stay in their frames'
    // heads.
    double scale = Math.max(level == Level.BOXES ? 0 : 0.42, FINER * placement.scale() * shrunk);
    Painter.paintPart(own, drawing, Theme.LIGHT, seen, level, scale);
    own.dispose();
    panel(g, part);
  }

  private static Level level(double textPt) {
    return textPt < SEEN_PT ? Level.BOXES : textPt < READABLE_PT ? Level.HEADERS : Level.ROWS;
  }

  private void panel(Graphics2D g, Area part) {
    Graphics2D own = (Graphics2D) g.create();
    double x = widthPt - marginPt - Panel.WIDTH * wordScale;
    own.setColor(Theme.LIGHT.frameBorder());
    own.setStroke(new BasicStroke(0.8f));
    double height = heightPt - 2 * marginPt;
    own.draw(new Rectangle2D.Double(marginPt, marginPt, widthPt - 2 * marginPt, height));
    new Ink(own, Theme.LIGHT).rule(x, marginPt, x, marginPt + height);
    own.translate(x, marginPt);
    own.scale(wordScale, wordScale);
    if (part.right() > x) {
      panel.paint(own, Theme.LIGHT);
    }
    own.dispose();
  }
}
