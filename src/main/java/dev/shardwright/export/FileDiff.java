package dev.shardwright.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lines of a new text an older one lacks, and the other way round; a line that only moved is
 * no difference, and neither is the header's line with the time.
 */
public record FileDiff(List<String> added, List<String> gone) {

  public FileDiff {
    added = List.copyOf(added);
    gone = List.copyOf(gone);
  }

  /** What differs between two texts of one file. */
  public static FileDiff of(String older, String newer) {
    return new FileDiff(without(newer, older), without(older, newer));
  }

  /** The lines with a sign before each. */
  public String text() {
    StringBuilder text = new StringBuilder();
    gone.forEach(l -> text.append("- ").append(l).append('\n'));
    added.forEach(l -> text.append("+ ").append(l).append('\n'));
    return text.toString();
  }

  private static List<String> without(String text, String other) {
    Map<String, Integer> there = new HashMap<>();
    other.lines().forEach(l -> there.merge(l, 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    text.lines()
        .filter(l -> !l.isBlank() && !Header.tellsTime(l))
        .filter(l -> there.merge(l, -1, Integer::sum) < 0)
        .forEach(lines::add);
    return lines;
  }
}
