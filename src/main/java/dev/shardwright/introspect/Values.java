package dev.shardwright.introspect;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one row, as text. */
interface Values {

  /** The names of the columns, in order. */
  List<String> columns() throws SQLException;

  @Nullable String text(String column) throws SQLException;

  /** By position, from 1. */
  @Nullable String text(int position) throws SQLException;

  /** The elements of an array; empty if it is NULL. */
  List<String> texts(String column) throws SQLException;
}
