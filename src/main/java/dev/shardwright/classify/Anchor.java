package dev.shardwright.classify;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a row above a row: the row of {@code above} has in {@code key} the values that
 * this row has in {@code columns}, whenever these are all set.
 *
 * @param key columns of {@code above}, sorted
 * @param columns the columns with the same values, in the order of {@code key}
 */
public record Anchor(TableName above, List<String> key, List<String> columns) {

  public Anchor {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
  }

  /** The row that a relation leads to, known by some of the columns it points at. */
  static Anchor direct(Relation relation, List<String> key) {
    List<String> sorted = key.size() == 1 ? key : key.stream().sorted().toList();
    return new Anchor(
        relation.parent(),
        sorted,
        mapped(sorted, relation).orElseThrow(IllegalStateException::new));
  }

  /** The same row seen from the child of the table that knows it, if the relation carries it. */
  Optional<Anchor> through(Relation relation) {
    return mapped(columns, relation).map(below -> new Anchor(above, key, below));
  }

  /** The same with one column for another that equals it. */
  Anchor replacing(String column, String other) {
    return new Anchor(above, key, columns.stream().map(c -> c.equals(column) ? other : c).toList());
  }

  private static Optional<List<String>> mapped(List<String> parentColumns, Relation relation) {
    List<String> below = new ArrayList<>(parentColumns.size());
    for (String column : parentColumns) {
      int at = relation.parentColumns().indexOf(column);
      if (at < 0) {
        return Optional.empty();
      }
      below.add(relation.childColumns().get(at));
    }
    return Optional.of(below);
  }

  /** By the table above, its key and the columns. */
  public static final Comparator<Anchor> ORDER =
      Comparator.comparing(Anchor::above)
          .thenComparing(a -> String.join("\0", a.key()))
          .thenComparing(a -> String.join("\0", a.columns()));
}
