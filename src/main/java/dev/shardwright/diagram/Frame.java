package dev.shardwright.diagram;

/**
 * A named border around tables that belong together.
 *
 * @param head the height of the strip above the tables that holds the name
 * @param block true for leaf tables folded behind one bus line; it has no name
 */
public record Frame(String title, int tables, Area area, double head, boolean block) {
  /** Leaf tables folded behind one bus line. */
  static Frame block(int tables, Area area) {
    return new Frame("", tables, area, 0, true);
  }

  Frame moved(double dx, double dy) {
    return around(area.moved(dx, dy));
  }

  Frame around(Area other) {
    return new Frame(title, tables, other, head, block);
  }
}
