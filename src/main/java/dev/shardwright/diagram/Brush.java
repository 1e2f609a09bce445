package dev.shardwright.diagram;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;

/**
 * What all parts of a painter need: where to draw, in which colours, how finely.
 *
 * @param scale pixels per unit, so that thin lines stay visible
 */
record Brush(Graphics2D g, Theme theme, Level level, double scale) {

  /** A line of some width in the drawing, never thinner than so many pixels. */
  BasicStroke stroke(double width, double atLeastPx) {
    return new BasicStroke((float) Math.max(width, atLeastPx / scale));
  }

  /** A dashed line; its pattern grows as the scale shrinks, or it would look grey. */
  BasicStroke dashed(double width, double atLeastPx, double on, double off) {
    float k = (float) Math.max(1, 0.6 / scale);
    return new BasicStroke(
        (float) Math.max(width, atLeastPx / scale),
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        4,
        new float[] {(float) on * k, (float) off * k},
        0);
  }

  /** Text from its left end on the base line. */
  void text(String text, Typeface face, Color color, double x, double y) {
    g.setFont(face.fontFor(text));
    g.setColor(color);
    g.drawString(text, (float) x, (float) y);
  }

  /** Text that ends at x. */
  void textBefore(String text, Typeface face, Color color, double x, double y) {
    text(text, face, color, x - face.width(text), y);
  }

  /** Text around x. */
  void textAround(String text, Typeface face, Color color, double x, double y) {
    text(text, face, color, x - face.width(text) / 2, y);
  }
}
