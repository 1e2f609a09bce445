package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names groups of tables after what they have in common: the words with which most of their names
 * begin, else the table that most keys lead to.
 *
 * @param children how many keys lead to a table
 */
record GroupNames(Map<TableName, Integer> children) {
  /** The share of tables whose names begin alike from which a group is called so. */
  private static final double MOST = 0.6;

  private static final int AT_LEAST = 4;

  private static final Comparator<Box> BY_TITLE =
      Comparator.comparing(Box::title).thenComparing(Box::table);

  /** The names of groups, no two alike. */
  List<String> of(List<List<Box>> groups) {
    Set<String> once = new HashSet<>();
    Set<String> often = new HashSet<>();
    for (List<Box> group : groups) {
      String words = words(group);
      if (!once.add(words)) {
        often.add(words);
      }
    }
    return groups.stream()
        .map(group -> {
          String words = words(group);
          String main = mostUsed(group);
          return words.isEmpty() ? main : often.contains(words) ? told(words, main) : words;
        })
        .toList();
  }

  /** {@code sales: order}. */
  private static String told(String words, String main) {
    boolean begins = main.startsWith(words) && main.length() > words.length();
    return words + ": " + (begins ? main.substring(words.length() + 1) : main);
  }

  /** The most used table of a group. */
  String mostUsed(List<Box> group) {
    return group.stream()
        .max(Comparator.comparingInt((Box b) -> used(b)).thenComparing(BY_TITLE.reversed()))
        .map(Box::title)
        .orElse("");
  }

  /** Several groups in one frame: their most used tables. */
  String several(List<Box> gathered) {
    List<String> titles =
        gathered.stream()
            .filter(b -> used(b) > 0)
            .sorted(Comparator.comparingInt((Box b) -> -used(b)).thenComparing(BY_TITLE))
            .map(Box::title)
            .toList();
    return String.join(", ", titles.subList(0, Math.min(3, titles.size())))
        + (titles.size() > 3 ? " …" : "");
  }

  private int used(Box box) {
    return children.getOrDefault(box.table(), 0);
  }

  /** The longest beginning that most titles share, without its joint; empty for none. */
  private static String words(List<Box> group) {
    Map<String, Integer> beginnings = new HashMap<>();
    for (Box box : group) {
      for (String beginning : beginnings(box.title())) {
        beginnings.merge(beginning, 1, Integer::sum);
      }
    }
    return beginnings.entrySet().stream()
        .filter(e -> e.getValue() >= Math.max(AT_LEAST, MOST * group.size()))
        .map(Map.Entry::getKey)
        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  /** {@code order_item_taxes}: order, order_item and the whole. */
  private static List<String> beginnings(String title) {
    List<String> beginnings = new ArrayList<>(List.of(title));
    for (int i = 1; i < title.length(); i++) {
      if (title.charAt(i) == '_' || title.charAt(i) == '.') {
        beginnings.add(title.substring(0, i));
      }
    }
    return beginnings;
  }
}
