package dev.shardwright.diagram;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.function.Consumer;

/** Outlines as they are: for paper, where a program may enlarge them later. */
record ExactSurface(Graphics2D g, double scale) implements Surface {
  /** Corners smaller than this look square on paper. */
  private static final double ROUND_PT = 0.5;

  @Override
  public void card(Area a, double radius, Color fill, double band, Color bandFill, Edge border) {
    boolean round = radius * Math.sqrt(g.getTransform().getDeterminant()) >= ROUND_PT;
    Shape outline =
        round
            ? new RoundRectangle2D.Double(
                a.x(), a.y(), a.width(), a.height(), 2 * radius, 2 * radius)
            : new Rectangle2D.Double(a.x(), a.y(), a.width(), a.height());
    g.setColor(band >= a.height() - 1 ? bandFill : fill);
    g.fill(outline);
    if (band > 0 && band < a.height() - 1) {
      g.setColor(bandFill);
      g.fill(round ? top(a, band, radius) : new Rectangle2D.Double(a.x(), a.y(), a.width(), band));
    }
    g.setColor(border.color());
    g.setStroke(Strokes.of(border, scale));
    g.draw(outline);
  }

  /** A band with round corners at its top. */
  private static Shape top(Area a, double height, double r) {
    Path2D band = new Path2D.Double();
    band.moveTo(a.x(), a.y() + height);
    band.lineTo(a.x(), a.y() + r);
    band.quadTo(a.x(), a.y(), a.x() + r, a.y());
    band.lineTo(a.right() - r, a.y());
    band.quadTo(a.right(), a.y(), a.right(), a.y() + r);
    band.lineTo(a.right(), a.y() + height);
    band.closePath();
    return band;
  }

  @Override
  public void line(List<Point> points, Edge edge) {
    g.setColor(edge.color());
    g.setStroke(Strokes.of(edge, scale));
    g.draw(path(points));
  }

  static Path2D path(List<Point> points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.getFirst().x(), points.getFirst().y());
    points.stream().skip(1).forEach(p -> path.lineTo(p.x(), p.y()));
    return path;
  }

  @Override
  public void sign(Object key, double x, double y, double reach, Consumer<Graphics2D> sign) {
    g.translate(x, y);
    sign.accept(g);
    g.translate(-x, -y);
  }

  @Override
  public void text(String text, Typeface face, Color color, double x, double y) {
    g.setFont(face.fontFor(text));
    g.setColor(color);
    g.drawString(text, (float) x, (float) y);
  }
}
