package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lets packed areas grow into the gaps beside and below them, so that borders align. */
final class Stretching {
  /** A frame that doubled would look empty; the gap is the lesser evil. */
  private static final double MOST = 0.6;

  private Stretching() {}

  /** The areas, none smaller, in the order given; none comes closer to another than the gap. */
  static List<Area> fill(List<Area> areas, double gap) {
    Area all = Area.around(areas);
    List<Area> grown = new ArrayList<>(areas);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> areas.get(i).y())
            .thenComparingDouble(i -> areas.get(i).x()));
    for (int i : order) {
      Area area = grown.get(i);
      double right = all.right();
      for (int j = 0; j < grown.size(); j++) {
        Area other = grown.get(j);
        boolean beside = other.y() < area.bottom() + gap && area.y() < other.bottom() + gap;
        if (j != i && beside && other.x() >= area.right()) {
          right = Math.min(right, other.x() - gap);
        }
      }
      double width = allowed(area.width(), right - area.x());
      grown.set(i, new Area(area.x(), area.y(), width, area.height()));
    }
    for (int i : order) {
      Area area = grown.get(i);
      double bottom = all.bottom();
      for (int j = 0; j < grown.size(); j++) {
        Area other = grown.get(j);
        boolean below = other.x() < area.right() + gap && area.x() < other.right() + gap;
        if (j != i && below && other.y() >= area.bottom()) {
          bottom = Math.min(bottom, other.y() - gap);
        }
      }
      double height = allowed(area.height(), bottom - area.y());
      grown.set(i, new Area(area.x(), area.y(), area.width(), height));
    }
    return grown;
  }

  private static double allowed(double now, double wanted) {
    return wanted > now && wanted <= now * (1 + MOST) ? wanted : now;
  }
}
