package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first word that nearly all columns of a table share: {@code c_} in {@code c_id, c_name}. */
record ColumnPrefix(String word) {
  static final ColumnPrefix NONE = new ColumnPrefix("");

  private static final double SHARE = 0.8;

  static ColumnPrefix of(Table table) {
    Map<String, Integer> times = new HashMap<>();
    for (Column column : table.columns()) {
      List<String> words = NameWords.of(column.name());
      if (words.size() > 1) {
        times.merge(words.getFirst(), 1, Integer::sum);
      }
    }
    double needed = Math.max(2, SHARE * table.columns().size());
    return new ColumnPrefix(
        times.entrySet().stream()
            .filter(e -> e.getValue() >= needed && !e.getKey().equals("id"))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(""));
  }

  /** The words of a column's name without the prefix. */
  List<String> stripped(String column) {
    List<String> words = NameWords.of(column);
    return words.size() > 1 && words.getFirst().equals(word)
        ? words.subList(1, words.size())
        : words;
  }
}
