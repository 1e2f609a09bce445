package dev.shardwright.model;

/** A column of a table. */
public record ColumnRef(TableName table, String column) implements Comparable<ColumnRef> {

  @Override
  public int compareTo(ColumnRef other) {
    int byTable = table.compareTo(other.table);
    return byTable != 0 ? byTable : column.compareTo(other.column);
  }

  @Override
  public String toString() {
    return Names.join(table.schema(), table.name(), column);
  }
}
