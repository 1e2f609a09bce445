package dev.shardwright.introspect;

import java.sql.SQLException;

/** Makes a value of one row of an answer. */
@FunctionalInterface
public interface RowReader<T> {
  T read(Row row) throws SQLException;
}
