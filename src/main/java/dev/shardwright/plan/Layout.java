package dev.shardwright.plan;

import dev.shardwright.model.TableName;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How the DBA arranged the diagram: what he moved and hid; the rest is placed by the program. */
public record Layout(SortedMap<TableName, Position> positions, Hidden hidden) {
  public static final Layout NONE = new Layout(new TreeMap<>(), Hidden.NOTHING);

  public Layout {
    positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
  }

  /** A layout of the given positions that hides nothing. */
  public static Layout of(Map<TableName, Position> positions) {
    return NONE.with(positions);
  }

  public Layout with(Map<TableName, Position> others) {
    return new Layout(new TreeMap<>(others), hidden);
  }

  public Layout with(Hidden others) {
    return new Layout(positions, others);
  }

  /** A table's upper left corner, in the drawing's own units. */
  public record Position(double x, double y) {}

  /**
   * What is left out of the drawing.
   *
   * @param tables not drawn, as if they did not exist
   * @param columns by table; their keys are drawn at the table's head
   */
  public record Hidden(
      SortedSet<TableName> tables, SortedMap<TableName, SortedSet<String>> columns) {
    public static final Hidden NOTHING = new Hidden(new TreeSet<>(), new TreeMap<>());

    public Hidden {
      tables = Collections.unmodifiableSortedSet(new TreeSet<>(tables));
      SortedMap<TableName, SortedSet<String>> some = new TreeMap<>();
      columns.forEach((table, names) -> {
        if (!names.isEmpty()) {
          some.put(table, Collections.unmodifiableSortedSet(new TreeSet<>(names)));
        }
      });
      columns = Collections.unmodifiableSortedMap(some);
    }

    /** The hidden columns of a table. */
    public SortedSet<String> of(TableName table) {
      return columns.getOrDefault(table, Collections.emptySortedSet());
    }

    public boolean nothing() {
      return tables.isEmpty() && columns.isEmpty();
    }

    /** With more tables hidden. */
    public Hidden plus(Collection<TableName> more) {
      SortedSet<TableName> all = new TreeSet<>(tables);
      all.addAll(more);
      return new Hidden(all, columns);
    }

    /** With these columns of a table hidden, and no others. */
    public Hidden with(TableName table, Collection<String> names) {
      SortedMap<TableName, SortedSet<String>> all = new TreeMap<>(columns);
      all.put(table, new TreeSet<>(names));
      return new Hidden(tables, all);
    }

    /** With one more column hidden. */
    public Hidden plus(TableName table, String column) {
      SortedSet<String> all = new TreeSet<>(of(table));
      all.add(column);
      return with(table, all);
    }
  }
}
