package dev.shardwright.introspect;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One row of an answer, by the names of its columns. */
public final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  /** A value that must not be NULL, as text. */
  public String text(String column) throws SQLException {
    @Nullable String value = results.getString(column);
    if (value == null) {
      throw new SQLException("The server answered NULL for " + column + ".");
    }
    return value;
  }

  public Optional<String> optional(String column) throws SQLException {
    return Optional.ofNullable(results.getString(column));
  }

  /** A text that counts as missing when it is empty, as comments do in MySQL's dictionary. */
  public Optional<String> filled(String column) throws SQLException {
    return optional(column).filter(text -> !text.isEmpty());
  }

  public boolean flag(String column) throws SQLException {
    return results.getBoolean(column);
  }

  public long number(String column) throws SQLException {
    return results.getLong(column);
  }

  public OptionalLong optionalNumber(String column) throws SQLException {
    long value = results.getLong(column);
    return results.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** The texts of an array column; empty if it is NULL. */
  public List<String> texts(String column) throws SQLException {
    java.sql.@Nullable Array array = results.getArray(column);
    if (array == null) {
      return List.of();
    }
    Object[] values = (Object[]) array.getArray();
    return IntStream.range(0, values.length).mapToObj(i -> String.valueOf(values[i])).toList();
  }

  /** All values by the names of their columns; a NULL is left out. */
  Map<String, String> all() throws SQLException {
    ResultSetMetaData columns = results.getMetaData();
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      @Nullable String value = results.getString(i);
      if (value != null) {
        all.put(columns.getColumnLabel(i), value);
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /** A value by its position, from 1, for statements whose columns have no fixed names. */
  public Optional<String> at(int position) throws SQLException {
    return Optional.ofNullable(results.getString(position));
  }
}
