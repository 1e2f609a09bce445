package dev.shardwright.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comparing the version texts of servers: {@code 9.7.4-2}, {@code 18.6 (Debian)}. */
final class Versions {
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?");

  private Versions() {}

  static boolean atLeast(String version, int major, int minor) {
    Matcher numbers = NUMBERS.matcher(version);
    if (!numbers.find()) {
      return false;
    }
    int first = Integer.parseInt(numbers.group(1));
    int second = numbers.group(2) == null ? 0 : Integer.parseInt(numbers.group(2));
    return first > major || (first == major && second >= minor);
  }
}
