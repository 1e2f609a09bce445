package dev.shardwright.model;

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

  /** {@code schema.table}; a part that holds a dot or a double quote is quoted. */
  @Override
  public String toString() {
    return Names.join(schema, name);
  }
}
