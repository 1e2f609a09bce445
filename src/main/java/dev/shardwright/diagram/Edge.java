package dev.shardwright.diagram;

import java.awt.Color;

/**
 * A line's colour and pattern.
 *
 * @param width in the drawing's units
 * @param atLeastPx never thinner than so many pixels of a screen
 * @param on length of a dash, 0 for a line without gaps
 * @param off length of a gap
 */
record Edge(Color color, double width, double atLeastPx, double on, double off) {

  static Edge solid(Color color, double width, double atLeastPx) {
    return new Edge(color, width, atLeastPx, 0, 0);
  }

  boolean dashed() {
    return on > 0;
  }
}
