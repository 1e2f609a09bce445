package dev.shardwright.plan;

import dev.shardwright.model.TableName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where tables stand that the DBA moved by hand; all others are placed by the program. */
public record Layout(SortedMap<TableName, Position> positions) {
  public static final Layout NONE = new Layout(new TreeMap<>());

  public Layout {
    positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
  }

  /** A layout of the given positions. */
  public static Layout of(Map<TableName, Position> positions) {
    return new Layout(new TreeMap<>(positions));
  }

  /** A table's upper left corner, in the drawing's own units. */
  public record Position(double x, double y) {}
}
