package dev.shardwright.diagram;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;

/**
 * What all parts of a painter need: where to draw, in which colours, how finely.
 *
 * @param g for what is rare; what there are thousands of goes over the surface
 * @param scale pixels per unit, so that thin lines stay visible
 */
record Brush(Graphics2D g, Surface surface, Theme theme, Level level, double scale) {

  /** A brush for paper and for pictures of whole drawings. */
  static Brush exact(Graphics2D g, Theme theme, Level level, double scale) {
    return new Brush(g, new ExactSurface(g, scale), theme, level, scale);
  }

  /** A brush for the screen. */
  static Brush pixels(Graphics2D g, Theme theme, Level level, double scale) {
    return new Brush(g, new PixelSurface(g, theme.frame(), scale), theme, level, scale);
  }

  /** A line of some width in the drawing, never thinner than so many pixels. */
  BasicStroke stroke(double width, double atLeastPx) {
    return new BasicStroke((float) Math.max(width, atLeastPx / scale));
  }

  /** Text from its left end on the base line. */
  void text(String text, Typeface face, Color color, double x, double y) {
    surface.text(text, face, color, x, y);
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
