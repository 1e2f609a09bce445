package dev.shardwright.diagram;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws lines with their ends: how many rows may meet, and whether the key may be NULL. */
final class WirePainter {
  private static final double FOOT = 11;
  private static final double SPREAD = 4.5;
  private static final double CIRCLE = 3;
  private static final double REACH = 19;

  private final Brush brush;
  private final Bubbles bubbles;

  WirePainter(Brush brush) {
    this.brush = brush;
    this.bubbles = new Bubbles(brush);
  }

  /**
   * Draws a routed line.
   *
   * @param followed true for the lines of what is selected
   */
  void paint(Wire wire, boolean followed) {
    Color color = color(wire.risk(), followed);
    brush.surface().line(wire.points(), edge(wire.link().sort(), wire.risk(), followed));
    if (brush.level() == Level.ROWS) {
      ends(wire, color);
    }
    if (wire.risk()) {
      riskSign(wire.middle(), wire.numbers());
    } else if (wire.link().sort() == Link.Sort.CUT && brush.level().compareTo(Level.HEADERS) >= 0) {
      scissors(nearChild(wire), color);
    }
  }

  /** A badge's line, and the boxes at its ends. */
  record Across(Link link, Placed parent, Placed child) {
    private boolean right() {
      return child.area().centerX() >= parent.area().centerX();
    }

    private CubicCurve2D curve() {
      boolean right = right();
      double px = right ? parent.area().right() : parent.area().x();
      double cx = right ? child.area().x() : child.area().right();
      double py = parent.rowY(link.parentRow());
      double cy = child.rowY(link.childRow());
      double bend = Math.max(40, Math.abs(cx - px) * 0.4) * (right ? 1 : -1);
      return new CubicCurve2D.Double(px, py, px + bend, py, cx - bend, cy, cx, cy);
    }
  }

  /**
   * Draws the lines of badges across everything, from row to row. Those that look alike become one
   * shape: a hub has hundreds.
   */
  void across(List<Across> lines, Area view) {
    Rectangle2D seen =
        new Rectangle2D.Double(view.x() - 20, view.y() - 20, view.width() + 40, view.height() + 40);
    Map<Edge, Path2D> alike = new LinkedHashMap<>();
    List<Across> near =
        lines.stream().filter(l -> l.curve().getBounds2D().intersects(seen)).toList();
    for (Across line : near) {
      Edge edge = edge(line.link().sort(), line.link().risk(), true);
      alike.computeIfAbsent(edge, e -> new Path2D.Double()).append(line.curve(), false);
    }
    alike.forEach((edge, path) -> {
      brush.g().setColor(edge.color());
      brush.g().setStroke(Strokes.of(edge, brush.scale()));
      brush.g().draw(path);
    });
    near.forEach(this::acrossEnds);
  }

  /** Draws a line for many, with their number where they arrive. */
  void sheaf(Sheaf sheaf, Area view) {
    CubicCurve2D curve = sheaf.curve();
    if (!curve.getBounds2D().intersects(view.x(), view.y(), view.width(), view.height())) {
      return;
    }
    Color color = color(sheaf.risk(), true);
    brush.g().setColor(color);
    brush.g().setStroke(brush.stroke(0, sheaf.widthPx()));
    brush.g().draw(curve);
    number(String.valueOf(sheaf.keys()), color, curve.getX2(), curve.getY2());
  }

  /** A number on a tab that keeps its size on the screen. */
  void number(String text, Color color, double x, double y) {
    double px = 1 / brush.scale();
    Typeface face = Typeface.STRONG.at((float) (11 * px));
    double width = face.width(text) + 8 * px;
    Area tab = new Area(x - width / 2, y - 8 * px, width, 16 * px);
    brush.surface().card(tab, 4 * px, color, 0, color, Edge.solid(color, 0, 1));
    brush.textAround(text, face, brush.theme().canvas(), x, y + 4 * px);
  }

  /** Underlines the tables at the far ends of lines that are not drawn one by one. */
  void reached(List<Across> lines, Area view) {
    double below = 2.5 / brush.scale();
    for (Across line : lines) {
      for (Placed end : List.of(line.parent(), line.child())) {
        Area a = end.area();
        if (a.grown(8).touches(view)) {
          Point left = new Point(a.x(), a.bottom() + below);
          Point right = new Point(a.right(), a.bottom() + below);
          brush
              .surface()
              .line(List.of(left, right), Edge.solid(color(line.link().risk(), true), 0, 2));
        }
      }
    }
  }

  private void acrossEnds(Across line) {
    CubicCurve2D curve = line.curve();
    int out = line.right() ? 1 : -1;
    if (brush.level() == Level.ROWS) {
      Color color = color(line.link().risk(), true);
      parentEnd(curve.getX1(), curve.getY1(), out, color);
      childEnd(line.link(), curve.getX2(), curve.getY2(), -out, color);
    }
    if (line.link().risk()) {
      Point middle =
          new Point((curve.getX1() + curve.getX2()) / 2, (curve.getY1() + curve.getY2()) / 2);
      riskSign(middle, line.link().numbers());
    }
  }

  private void riskSign(Point at, String numbers) {
    if (brush.level().compareTo(Level.HEADERS) < 0) {
      return;
    }
    double radius = Math.max(8, 6 / brush.scale());
    if (!numbers.isEmpty()) {
      bubbles.around(numbers, at.x(), at.y(), radius);
      return;
    }
    brush
        .surface()
        .sign(
            "risk",
            at.x(),
            at.y(),
            radius,
            g -> Glyph.risk(g, brush.theme().risk(), brush.theme().onRisk(), 0, 0, radius));
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
    brush
        .surface()
        .sign(
            new End("cut", 0, color),
            at.x(),
            at.y(),
            7,
            g -> {
              g.setColor(color);
              g.setStroke(brush.stroke(1.4, 1));
              for (double dx : new double[] {-2.5, 2.5}) {
                g.draw(new Line2D.Double(dx - 3, 5, dx + 3, -5));
              }
            });
  }

  private void ends(Wire wire, Color color) {
    Point first = wire.points().getFirst();
    Point second = wire.points().get(1);
    parentEnd(first.x(), first.y(), second.x() >= first.x() ? 1 : -1, color);
    Point last = wire.points().getLast();
    Point before = wire.points().get(wire.points().size() - 2);
    int out = before.x() >= last.x() ? 1 : -1;
    if (wire.bus()) {
      busEnd(last.x(), last.y(), out, color);
    } else {
      childEnd(wire.link(), last.x(), last.y(), out, color);
    }
  }

  /** What makes the end of one line look different from another's. */
  private record End(Object kind, int out, Color color) {}

  private void parentEnd(double x, double y, int out, Color color) {
    brush
        .surface()
        .sign(
            new End("one", out, color),
            x,
            y,
            REACH,
            g -> {
              solid(g, color);
              bar(g, out * 5);
              bar(g, out * 8.5);
            });
  }

  /**
   * The circle of a nullable key stands at the child's end: at the parent's, where many lines leave
   * one row, nobody could tell whose it is.
   */
  private void childEnd(Link link, double x, double y, int out, Color color) {
    Object kind = List.of(link.single(), link.nullable());
    brush
        .surface()
        .sign(
            new End(kind, out, color),
            x,
            y,
            REACH,
            g -> {
              solid(g, color);
              if (link.single()) {
                bar(g, out * 6);
              } else {
                foot(g, out);
              }
              if (link.nullable()) {
                circle(g, out * ((link.single() ? 9 : FOOT) + CIRCLE));
              }
            });
  }

  private void busEnd(double x, double y, int out, Color color) {
    brush
        .surface()
        .sign(
            new End("bus", out, color),
            x,
            y,
            REACH,
            g -> {
              solid(g, color);
              foot(g, out);
            });
  }

  private void circle(Graphics2D g, double x) {
    Color line = g.getColor();
    Ellipse2D circle = new Ellipse2D.Double(x - CIRCLE, -CIRCLE, 2 * CIRCLE, 2 * CIRCLE);
    g.setColor(brush.theme().canvas());
    g.fill(circle);
    g.setColor(line);
    g.draw(circle);
  }

  private static void foot(Graphics2D g, int out) {
    g.draw(new Line2D.Double(out * FOOT, 0, 0, -SPREAD));
    g.draw(new Line2D.Double(out * FOOT, 0, 0, SPREAD));
  }

  private static void bar(Graphics2D g, double x) {
    g.draw(new Line2D.Double(x, -SPREAD, x, SPREAD));
  }

  private void solid(Graphics2D g, Color color) {
    g.setColor(color);
    g.setStroke(brush.stroke(1.2, 0.8));
  }

  private Color color(boolean risk, boolean followed) {
    Theme theme = brush.theme();
    return risk ? theme.risk() : followed ? theme.accent() : theme.line();
  }

  private Edge edge(Link.Sort sort, boolean risk, boolean followed) {
    Color color = color(risk, followed);
    if (risk) {
      return new Edge(color, 2.4, 1.6, 6, 3);
    }
    double width = followed ? 2 : 1.2;
    double atLeast = followed ? 1.6 : 0.8;
    return switch (sort) {
      case DECLARED -> Edge.solid(color, width, atLeast);
      case VIRTUAL -> new Edge(color, width, atLeast, 1.8, 2.6);
      case CUT -> new Edge(color, width, atLeast, 8, 7);
    };
  }
}
