package dev.shardwright.diagram;

import java.awt.geom.Line2D;
import java.util.List;
import java.util.Map;

/**
 * A drawn line.
 *
 * @param links the relations it stands for: one, or those of a folded block
 * @param points from the parent to the child; the first and last leg are horizontal
 * @param bus true for the one line that stands for a whole block of tables
 * @param bounds the area that the line crosses
 */
public record Wire(List<Link> links, List<Point> points, boolean bus, Area bounds) {
  public Wire {
    links = List.copyOf(links);
    points = List.copyOf(points);
  }

  public Wire(List<Link> links, List<Point> points, boolean bus) {
    this(links, points, bus, around(points));
  }

  /** The relation of a plain wire, or the first of a bus. */
  public Link link() {
    return links.getFirst();
  }

  public boolean risk() {
    for (Link link : links) {
      if (link.risk()) {
        return true;
      }
    }
    return false;
  }

  /** The same line under the numbers of paper, by relation. */
  Wire numbered(Map<String, String> numbers) {
    List<Link> others =
        links.stream()
            .map(link -> link.numbered(numbers.getOrDefault(link.relation(), "")))
            .toList();
    return new Wire(others, points, bus, bounds);
  }

  /** The numbers of the findings about it; empty on the screen. */
  public String numbers() {
    List<String> numbers =
        links.stream().map(Link::numbers).filter(n -> !n.isEmpty()).distinct().toList();
    return numbers.size() > 1 ? numbers.getFirst() + " …" : String.join("", numbers);
  }

  /** The middle of the longest leg: where a mark is seen best. */
  public Point middle() {
    Point middle = points.getFirst();
    double longest = -1;
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      double length = Math.hypot(b.x() - a.x(), b.y() - a.y());
      if (length > longest) {
        longest = length;
        middle = new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
      }
    }
    return middle;
  }

  private static Area around(List<Point> points) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (Point p : points) {
      left = Math.min(left, p.x());
      top = Math.min(top, p.y());
      right = Math.max(right, p.x());
      bottom = Math.max(bottom, p.y());
    }
    return new Area(left, top, right - left, bottom - top);
  }

  double length() {
    double length = 0;
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      length += Math.hypot(b.x() - a.x(), b.y() - a.y());
    }
    return length;
  }

  /** How far a place is from the line. */
  double distance(double x, double y) {
    double nearest = Double.MAX_VALUE;
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      nearest = Math.min(nearest, Line2D.ptSegDist(a.x(), a.y(), b.x(), b.y(), x, y));
    }
    return nearest;
  }

  Wire moved(double dx, double dy) {
    return new Wire(links, points.stream().map(p -> p.moved(dx, dy)).toList(), bus);
  }
}
