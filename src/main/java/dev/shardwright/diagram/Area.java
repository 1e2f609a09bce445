package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A rectangle in a drawing, in its units. */
public record Area(double x, double y, double width, double height) {

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /** True if the other one lies wholly inside. */
  public boolean holds(Area other) {
    return other.x() >= x
        && other.y() >= y
        && other.right() <= right()
        && other.bottom() <= bottom();
  }

  /** True if the two share any point, edges included. */
  public boolean touches(Area other) {
    return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
  }

  /** The area, larger by so much on every side. */
  public Area grown(double by) {
    return new Area(x - by, y - by, width + 2 * by, height + 2 * by);
  }

  public Area moved(double dx, double dy) {
    return new Area(x + dx, y + dy, width, height);
  }

  /** The straight pieces of a way, each without breadth. */
  static List<Area> legs(List<Point> way) {
    List<Area> legs = new ArrayList<>();
    for (int i = 1; i < way.size(); i++) {
      Point a = way.get(i - 1);
      Point b = way.get(i);
      legs.add(
          new Area(
              Math.min(a.x(), b.x()),
              Math.min(a.y(), b.y()),
              Math.abs(a.x() - b.x()),
              Math.abs(a.y() - b.y())));
    }
    return legs;
  }

  /** The smallest area around all; an empty one at the origin for none. */
  public static Area around(Collection<Area> areas) {
    double left = areas.stream().mapToDouble(Area::x).min().orElse(0);
    double top = areas.stream().mapToDouble(Area::y).min().orElse(0);
    double right = areas.stream().mapToDouble(Area::right).max().orElse(0);
    double bottom = areas.stream().mapToDouble(Area::bottom).max().orElse(0);
    return new Area(left, top, right - left, bottom - top);
  }
}
