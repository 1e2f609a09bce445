package dev.shardwright.diagram;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;

/**
 * How the few shapes of which a drawing has thousands come into sight: as exact outlines on paper,
 * on whole pixels on a screen. All measures are the drawing's units.
 */
interface Surface {

  /** A rectangle with round corners: a band in its own colour at the top, and a border. */
  void card(Area area, double radius, Color fill, double band, Color bandFill, Edge border);

  /** A line along points. */
  void line(List<Point> points, Edge edge);

  /**
   * A small sign around a place.
   *
   * @param key equal for signs that look the same
   * @param reach half the side of a square that holds it
   * @param sign draws it around the origin
   */
  void sign(Object key, double x, double y, double reach, Consumer<Graphics2D> sign);

  /** Text from its left end on the base line. */
  void text(String text, Typeface face, Color color, double x, double y);
}
