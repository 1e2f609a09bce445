package dev.shardwright.risk;

import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** First words that the names of several tables share: {@code oauth}, {@code active storage}. */
final class GroupPrefixes {
  private final Map<String, Integer> times = new HashMap<>();

  GroupPrefixes(Schema schema) {
    for (Table table : schema.tables()) {
      List<String> words = NameWords.of(table.name().name());
      for (int n = 1; n < words.size(); n++) {
        times.merge(key(words.subList(0, n)), 1, Integer::sum);
      }
    }
    times.values().removeIf(n -> n < 2);
    // A word that is a table of its own is no mere prefix.
    for (Table table : schema.tables()) {
      List<String> words = NameWords.of(table.name().name());
      times.remove(key(words));
      times.remove(key(NameWords.singular(words)));
    }
  }

  /** How many tables' names begin with these words; 0 if that makes no group of them. */
  int tables(List<String> words) {
    return times.getOrDefault(key(words), 0);
  }

  private static String key(List<String> words) {
    return String.join(" ", words);
  }
}
