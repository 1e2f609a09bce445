package dev.shardwright.diagram;

/** Writes numbers no longer than they need be: {@code 12.5}, {@code -3}. */
final class Decimals {
  private Decimals() {}

  /** To a tenth. */
  static void coarse(StringBuilder out, double value) {
    append(out, Math.round(value * 10) / 10.0);
  }

  /** To a hundredth. */
  static void append(StringBuilder out, double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths < 0) {
      out.append('-');
      hundredths = -hundredths;
    }
    out.append(hundredths / 100);
    int rest = (int) (hundredths % 100);
    if (rest > 0) {
      out.append('.').append(rest / 10);
      if (rest % 10 > 0) {
        out.append(rest % 10);
      }
    }
  }
}
