package dev.shardwright.diagram;

import dev.shardwright.risk.Severity;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The signs of the five marks, drawn as shapes: no font has to hold them. */
public final class Glyph {
  private Glyph() {}

  /**
   * Draws a sign in the current colour.
   *
   * @param radius half of its height
   */
  public static void paint(Graphics2D g, Look look, double x, double y, double radius) {
    switch (look) {
      case CLIENT -> g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
      case CONTEXT -> {
        double r = radius * 1.2;
        g.fill(polygon(x, y - r, x + r, y, x, y + r, x - r, y));
      }
      case NEUTRAL -> {
        double r = radius * 0.86;
        g.setStroke(new BasicStroke((float) (0.34 * radius)));
        g.draw(new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r));
      }
      case UNDECIDED -> question(g, x, y, radius);
      case CONFLICT -> warning(g, x, y, radius);
    }
  }

  /** A ring around the sign: the root of the plan. */
  static void ring(Graphics2D g, double x, double y, double radius) {
    g.setStroke(new BasicStroke((float) (0.21 * radius)));
    g.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private static void question(Graphics2D g, double x, double y, double radius) {
    double k = radius / 5;
    Path2D hook = new Path2D.Double();
    hook.moveTo(x - 3 * k, y - 2.4 * k);
    hook.curveTo(x - 3 * k, y - 6.6 * k, x + 3.4 * k, y - 6.4 * k, x + 3.1 * k, y - 2.6 * k);
    hook.curveTo(x + 3 * k, y - 0.6 * k, x, y - 0.6 * k, x, y + 2 * k);
    g.setStroke(new BasicStroke((float) (1.7 * k), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(hook);
    g.fill(new Ellipse2D.Double(x - 1.1 * k, y + 3.4 * k, 2.2 * k, 2.2 * k));
  }

  private static void warning(Graphics2D g, double x, double y, double radius) {
    double k = radius / 5;
    g.setStroke(new BasicStroke((float) (1.4 * k), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(polygon(x, y - 5.4 * k, x + 6 * k, y + 4.8 * k, x - 6 * k, y + 4.8 * k));
    g.draw(new Line2D.Double(x, y - 1.6 * k, x, y + 1.2 * k));
    g.fill(new Ellipse2D.Double(x - 0.9 * k, y + 2.3 * k, 1.8 * k, 1.8 * k));
  }

  /** A filled circle with an exclamation mark: a risk on a line. */
  static void risk(Graphics2D g, Color fill, Color sign, double x, double y, double radius) {
    g.setColor(fill);
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    double k = radius / 8;
    g.setColor(sign);
    g.setStroke(new BasicStroke((float) (1.9 * k), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(x, y - 3.8 * k, x, y + 0.8 * k));
    g.fill(new Ellipse2D.Double(x - 1.2 * k, y + 2.6 * k, 2.4 * k, 2.4 * k));
  }

  /** The shape of a severity: how bad it is can be seen without any colour. */
  static void severity(Graphics2D g, Severity severity, double x, double y, double radius) {
    Path2D triangle =
        polygon(x, y - radius, x + radius * 1.15, y + radius, x - radius * 1.15, y + radius);
    g.setStroke(new BasicStroke(1.1f));
    switch (severity) {
      case BLOCKER ->
          g.fill(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
      case ERROR -> g.fill(triangle);
      case WARNING -> g.draw(triangle);
      case INFO -> g.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
  }

  private static Path2D polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }
}
