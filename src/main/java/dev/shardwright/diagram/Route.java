package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Leads a line from one box to another around the rest, in legs along the axes: out at a side, up
 * or down, in at a side. Of some dozen such ways the one through the fewest boxes is taken, then
 * the shortest.
 */
record Route(List<Area> boxes) {
  private static final double OUT = 22;

  /** The points from a parent's row to a child's. */
  List<Point> between(Area parent, double parentY, Area child, double childY) {
    List<List<Point>> ways = new ArrayList<>();
    for (boolean fromRight : new boolean[] {true, false}) {
      for (boolean toRight : new boolean[] {false, true}) {
        ways.addAll(ways(parent, parentY, fromRight, child, childY, toRight));
      }
    }
    return ways.stream()
        .min(
            Comparator.comparingInt((List<Point> way) -> crossings(way))
                .thenComparingDouble(Route::length))
        .orElseThrow();
  }

  /** A line that leaves a box and comes back to it. */
  static List<Point> loop(Area box, double fromY, double toY) {
    double y = fromY == toY ? fromY - 6 : fromY;
    return List.of(
        new Point(box.right(), y),
        new Point(box.right() + OUT, y),
        new Point(box.right() + OUT, toY),
        new Point(box.right(), toY));
  }

  private static List<List<Point>> ways(
      Area parent, double y, boolean fromRight, Area child, double toY, boolean toRight) {
    double x = fromRight ? parent.right() : parent.x();
    double toX = toRight ? child.right() : child.x();
    double out = x + (fromRight ? OUT : -OUT);
    double in = toX + (toRight ? OUT : -OUT);
    List<List<Point>> ways = new ArrayList<>();
    for (double at : new double[] {out, in, (out + in) / 2}) {
      boolean leaves = fromRight ? at >= out : at <= out;
      boolean arrives = toRight ? at >= in : at <= in;
      if (leaves && arrives) {
        ways.add(
            List.of(new Point(x, y), new Point(at, y), new Point(at, toY), new Point(toX, toY)));
      }
    }
    double above = Math.min(parent.y(), child.y()) - OUT;
    double below = Math.max(parent.bottom(), child.bottom()) + OUT;
    double middle =
        parent.y() > child.bottom()
            ? (parent.y() + child.bottom()) / 2
            : (parent.bottom() + child.y()) / 2;
    for (double at : new double[] {above, middle, below}) {
      ways.add(
          List.of(
              new Point(x, y),
              new Point(out, y),
              new Point(out, at),
              new Point(in, at),
              new Point(in, toY),
              new Point(toX, toY)));
    }
    return ways;
  }

  private int crossings(List<Point> way) {
    int crossings = 0;
    for (Area leg : Area.legs(way)) {
      for (Area box : boxes) {
        if (overlap(leg, box)) {
          crossings++;
        }
      }
    }
    return crossings;
  }

  /** Within, not only along its border. */
  private static boolean overlap(Area leg, Area box) {
    return reach(leg.x(), leg.right(), box.x(), box.right())
        && reach(leg.y(), leg.bottom(), box.y(), box.bottom());
  }

  private static boolean reach(double from, double to, double boxFrom, double boxTo) {
    return from < boxTo - 1 && to > boxFrom + 1;
  }

  private static double length(List<Point> way) {
    double length = 0;
    for (int i = 1; i < way.size(); i++) {
      length +=
          Math.abs(way.get(i).x() - way.get(i - 1).x())
              + Math.abs(way.get(i).y() - way.get(i - 1).y());
    }
    return length;
  }
}
