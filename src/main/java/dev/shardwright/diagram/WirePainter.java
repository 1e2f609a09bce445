package dev.shardwright.diagram;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** Draws lines with their ends: how many rows may meet, and whether the key may be NULL. */
final class WirePainter {
  private static final double FOOT = 11;
  private static final double SPREAD = 4.5;
  private static final double CIRCLE = 3;

  private final Brush brush;

  WirePainter(Brush brush) {
    this.brush = brush;
  }

  /**
   * Draws a routed line.
   *
   * @param followed true for the lines of what is selected
   */
  void paint(Wire wire, boolean followed) {
    Color color = color(wire.risk(), followed);
    Graphics2D g = brush.g();
    g.setColor(color);
    g.setStroke(stroke(wire.link().sort(), wire.risk(), followed));
    Path2D path = new Path2D.Double();
    path.moveTo(wire.points().getFirst().x(), wire.points().getFirst().y());
    wire.points().stream().skip(1).forEach(p -> path.lineTo(p.x(), p.y()));
    g.draw(path);
    if (brush.level() == Level.ROWS) {
      ends(wire, color);
    }
    if (wire.risk()) {
      riskSign(wire.middle());
    } else if (wire.link().sort() == Link.Sort.CUT && brush.level() != Level.BOXES) {
      scissors(nearChild(wire), color);
    }
  }

  /** Draws the line of a badge across everything, from row to row. */
  void across(Link link, Placed parent, Placed child) {
    boolean right = child.area().centerX() >= parent.area().centerX();
    double px = right ? parent.area().right() : parent.area().x();
    double cx = right ? child.area().x() : child.area().right();
    double py = parent.rowY(link.parentRow());
    double cy = child.rowY(link.childRow());
    double bend = Math.max(40, Math.abs(cx - px) * 0.4) * (right ? 1 : -1);
    Color color = color(link.risk(), true);
    brush.g().setColor(color);
    brush.g().setStroke(stroke(link.sort(), link.risk(), true));
    brush.g().draw(new CubicCurve2D.Double(px, py, px + bend, py, cx - bend, cy, cx, cy));
    if (brush.level() == Level.ROWS) {
      parentEnd(px, py, right ? 1 : -1, color);
      childEnd(link, cx, cy, right ? -1 : 1, color);
    }
    if (link.risk()) {
      riskSign(new Point((px + cx) / 2, (py + cy) / 2));
    }
  }

  private void riskSign(Point at) {
    if (brush.level() == Level.BOXES) {
      return;
    }
    double radius = Math.max(8, 6 / brush.scale());
    Glyph.risk(brush.g(), brush.theme().risk(), brush.theme().onRisk(), at.x(), at.y(), radius);
  }

  /** Where a line runs alone: further on it may share its way with others from the same row. */
  private static Point nearChild(Wire wire) {
    Point end = wire.points().getLast();
    Point before = wire.points().get(wire.points().size() - 2);
    double away = Math.clamp(before.x() - end.x(), -20, 20);
    return new Point(end.x() + away, end.y());
  }

  /** Two short strokes through a line that will go. */
  private void scissors(Point at, Color color) {
    brush.g().setColor(color);
    brush.g().setStroke(brush.stroke(1.4, 1));
    for (double dx : new double[] {-2.5, 2.5}) {
      brush.g().draw(new Line2D.Double(at.x() + dx - 3, at.y() + 5, at.x() + dx + 3, at.y() - 5));
    }
  }

  private void ends(Wire wire, Color color) {
    Point first = wire.points().getFirst();
    Point second = wire.points().get(1);
    parentEnd(first.x(), first.y(), second.x() >= first.x() ? 1 : -1, color);
    Point last = wire.points().getLast();
    Point before = wire.points().get(wire.points().size() - 2);
    int out = before.x() >= last.x() ? 1 : -1;
    if (wire.bus()) {
      foot(last.x(), last.y(), out, color);
    } else {
      childEnd(wire.link(), last.x(), last.y(), out, color);
    }
  }

  private void parentEnd(double x, double y, int out, Color color) {
    solid(color);
    bar(x + out * 5, y);
    bar(x + out * 8.5, y);
  }

  /**
   * The circle of a nullable key stands at the child's end: at the parent's, where many lines leave
   * one row, nobody could tell whose it is.
   */
  private void childEnd(Link link, double x, double y, int out, Color color) {
    if (link.single()) {
      solid(color);
      bar(x + out * 6, y);
    } else {
      foot(x, y, out, color);
    }
    if (link.nullable()) {
      double cx = x + out * ((link.single() ? 9 : FOOT) + CIRCLE);
      Ellipse2D circle = new Ellipse2D.Double(cx - CIRCLE, y - CIRCLE, 2 * CIRCLE, 2 * CIRCLE);
      brush.g().setColor(brush.theme().canvas());
      brush.g().fill(circle);
      solid(color);
      brush.g().draw(circle);
    }
  }

  private void foot(double x, double y, int out, Color color) {
    solid(color);
    brush.g().draw(new Line2D.Double(x + out * FOOT, y, x, y - SPREAD));
    brush.g().draw(new Line2D.Double(x + out * FOOT, y, x, y + SPREAD));
  }

  private void bar(double x, double y) {
    brush.g().draw(new Line2D.Double(x, y - SPREAD, x, y + SPREAD));
  }

  private void solid(Color color) {
    brush.g().setColor(color);
    brush.g().setStroke(brush.stroke(1.2, 0.8));
  }

  private Color color(boolean risk, boolean followed) {
    Theme theme = brush.theme();
    return risk ? theme.risk() : followed ? theme.accent() : theme.line();
  }

  private Stroke stroke(Link.Sort sort, boolean risk, boolean followed) {
    if (risk) {
      return brush.dashed(2.4, 1.6, 6, 3);
    }
    double width = followed ? 2 : 1.2;
    double atLeast = followed ? 1.6 : 0.8;
    return switch (sort) {
      case DECLARED -> brush.stroke(width, atLeast);
      case VIRTUAL -> brush.dashed(width, atLeast, 1.8, 2.6);
      case CUT -> brush.dashed(width, atLeast, 8, 7);
    };
  }
}
