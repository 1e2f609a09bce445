package dev.shardwright.model;

import org.jspecify.annotations.Nullable;

/**
 * A table's identity: its schema (PostgreSQL) or database (MySQL, MariaDB) and its own name, in the
 * database's spelling.
 *
 * <p>Never the bare name alone: two schemas may hold tables of the same name.
 */
public record TableName(String schema, String name) implements Comparable<TableName> {
  @Override
  public int compareTo(TableName other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  /** By hand: every look-up in a large graph comes through here, and a record's own is slower. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof TableName(String itsSchema, String itsName)
            && name.equals(itsName)
            && schema.equals(itsSchema));
  }

  @Override
  public int hashCode() {
    return 31 * schema.hashCode() + name.hashCode();
  }

  /** {@code schema.table}; a part that holds a dot or a double quote is quoted. */
  @Override
  public String toString() {
    return Names.join(schema, name);
  }
}
