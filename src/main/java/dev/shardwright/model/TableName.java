package dev.shardwright.model;

import java.util.Comparator;

/**
 * A table's identity: its schema (PostgreSQL) or database (MySQL, MariaDB) and its own name, in the
 * database's spelling.
 *
 * <p>Never the bare name alone: two schemas may hold tables of the same name.
 */
public record TableName(String schema, String name) implements Comparable<TableName> {
  private static final Comparator<TableName> BY_BYTES =
      Comparator.comparing(TableName::schema).thenComparing(TableName::name);

  @Override
  public int compareTo(TableName other) {
    return BY_BYTES.compare(this, other);
  }

  /** {@code schema.table}; a part that holds a dot or a double quote is quoted. */
  @Override
  public String toString() {
    return Names.join(schema, name);
  }
}
