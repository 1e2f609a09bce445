package dev.shardwright.model;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers as people read them, the same in the window, in reports and on paper. */
public final class Figures {
  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
  private static final String[] THOUSANDS = {"", " k", " M", " G", " T"};
  private static final long BRIEF_FROM = 10_000;

  private Figures() {}

  /** {@code 41,907}. */
  public static String exact(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** {@code 18,446,744,073,709,551,615}. */
  public static String exact(BigInteger number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** A value as it was written down, but a whole number of many digits as {@code 41,907}. */
  public static String exact(String written) {
    return written.matches("[1-9]\\d{3,}") ? exact(new BigInteger(written)) : written;
  }

  /** {@code 8,204}, {@code 41.9 k}, {@code 120 k}, {@code 3.4 M}. */
  public static String brief(long number) {
    if (number < BRIEF_FROM) {
      return exact(number);
    }
    double value = number;
    int unit = 0;
    while (value >= 999.5 && unit < THOUSANDS.length - 1) {
      value /= 1000;
      unit++;
    }
    String pattern = value < 99.95 ? "%.1f%s" : "%.0f%s";
    return String.format(Locale.ENGLISH, pattern, value, THOUSANDS[unit]);
  }

  /** {@code 38 MB}, in powers of 1024 as the servers count. */
  public static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1000 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    String pattern = value < 9.95 && unit > 0 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ENGLISH, pattern, value, UNITS[unit]);
  }

  /** {@code 93.4 %}; {@code 0 %} of nothing. */
  public static String percent(long part, long whole) {
    return whole == 0 ? "0 %" : String.format(Locale.ENGLISH, "%.1f %%", 100.0 * part / whole);
  }

  /** {@code 1 table}, {@code 8 tables}. */
  public static String count(long number, String thing) {
    return count(number, thing, thing + "s");
  }

  /** {@code 1 query}, {@code 8 queries}. */
  public static String count(long number, String one, String many) {
    return exact(number) + " " + (number == 1 ? one : many);
  }
}
