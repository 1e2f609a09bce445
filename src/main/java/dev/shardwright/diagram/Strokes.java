package dev.shardwright.diagram;

import java.awt.BasicStroke;

/** Java2D's pens for our lines. */
final class Strokes {
  private Strokes() {}

  /**
   * The pen of a line.
   *
   * @param scale pixels per unit; the pattern grows as it shrinks, or dashes would look grey
   */
  static BasicStroke of(Edge edge, double scale) {
    float width = (float) Math.max(edge.width(), edge.atLeastPx() / scale);
    if (!edge.dashed()) {
      return new BasicStroke(width);
    }
    float longer = (float) longer(scale);
    float[] pattern = {(float) edge.on() * longer, (float) edge.off() * longer};
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4, pattern, 0);
  }

  static double longer(double scale) {
    return Math.max(1, 0.6 / scale);
  }
}
