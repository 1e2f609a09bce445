package dev.shardwright.diagram;

/**
 * A named border around tables that belong together.
 *
 * @param block true for leaf tables folded behind one bus line; it has no name
 */
public record Frame(String title, int tables, Area area, boolean block) {
  Frame moved(double dx, double dy) {
    return new Frame(title, tables, area.moved(dx, dy), block);
  }
}
