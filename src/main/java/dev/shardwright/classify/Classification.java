package dev.shardwright.classify;

import dev.shardwright.model.TableName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The mark of every table, tables outside the selection included. */
public record Classification(SortedMap<TableName, Mark> marks) {

  public Classification {
    marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
  }

  /**
   * The mark of a table.
   *
   * @throws IllegalArgumentException if the table is not part of the schema
   */
  public Mark mark(TableName table) {
    Mark mark = marks.get(table);
    if (mark == null) {
      throw new IllegalArgumentException("no table " + table);
    }
    return mark;
  }

  public Kind kind(TableName table) {
    return mark(table).kind();
  }

  /** The tables of one kind, sorted. */
  public List<TableName> tables(Kind kind) {
    return marks.entrySet().stream()
        .filter(e -> e.getValue().kind() == kind)
        .map(Map.Entry::getKey)
        .toList();
  }
}
