package dev.shardwright.diagram;

import java.awt.Color;
import java.awt.geom.RoundRectangle2D;
import java.util.HashMap;
import java.util.Map;

/** Draws the bubbles that hold how many findings there are, or which. */
final class Bubbles {
  private final Brush brush;
  private final Map<Double, Typeface> faces = new HashMap<>();

  /** What makes one bubble look different from another. */
  private record Bubble(double half, double radius, boolean mild) {}

  Bubbles(Brush brush) {
    this.brush = brush;
  }

  /**
   * A mark in a bubble that ends at x.
   *
   * @param mild true if no finding among them is an error: the bubble does not cry then
   */
  void before(String mark, double x, double y, double radius, boolean mild) {
    around(mark, x - half(mark, radius), y, radius, mild);
  }

  /** A mark in a bubble around a place. */
  void around(String mark, double x, double y, double radius) {
    around(mark, x, y, radius, false);
  }

  private void around(String mark, double x, double y, double radius, boolean mild) {
    double half = half(mark, radius);
    Theme theme = brush.theme();
    Color ink = theme.onBubble(mild);
    brush
        .surface()
        .sign(
            new Bubble(half, radius, mild),
            x,
            y,
            half,
            at -> {
              at.setColor(theme.bubble(mild));
              at.fill(
                  new RoundRectangle2D.Double(
                      -half, -radius, 2 * half, 2 * radius, 2 * radius, 2 * radius));
              // Without colours red on blue is dark on dark: a light ring keeps the shape.
              at.setColor(ink);
              at.setStroke(brush.stroke(0.8, 0.8));
              at.draw(
                  new RoundRectangle2D.Double(
                      0.5 - half,
                      0.5 - radius,
                      2 * half - 1,
                      2 * radius - 1,
                      2 * radius - 1,
                      2 * radius - 1));
            });
    brush.textAround(mark, face(radius), ink, x, y + radius * 0.48);
  }

  private double half(String mark, double radius) {
    return Math.max(radius, (face(radius).width(mark) + radius) / 2);
  }

  private Typeface face(double radius) {
    return faces.computeIfAbsent(radius, r -> Typeface.STRONG.at((float) (r * 1.3)));
  }
}
