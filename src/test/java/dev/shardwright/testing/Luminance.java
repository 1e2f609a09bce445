package dev.shardwright.testing;

/**
 * How bright a colour is to the eye, from 0 to 1 (WCAG 2.2, "relative luminance").
 *
 * @param value of black 0, of white 1
 */
public record Luminance(double value) {
  private static final double GLARE = 0.05;

  /** Of a colour whose parts go from 0 to 1. */
  public static Luminance of(double red, double green, double blue) {
    return new Luminance(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue));
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  /** From 1, no contrast, to 21 (WCAG 2.2, "contrast ratio"). */
  public double contrast(Luminance other) {
    return (Math.max(value, other.value) + GLARE) / (Math.min(value, other.value) + GLARE);
  }
}
