package dev.shardwright.introspect;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One row of an answer, by the names of its columns. */
public final class Row {
  private final Values values;
  private KeptRow.@Nullable Places places;

  Row(Values values) {
    this.values = values;
  }

  /** A value that must not be NULL, as text. */
  public String text(String column) throws SQLException {
    @Nullable String value = values.text(column);
    if (value == null) {
      throw new SQLException("The server answered NULL for " + column + ".");
    }
    return value;
  }

  public Optional<String> optional(String column) throws SQLException {
    return Optional.ofNullable(values.text(column));
  }

  /** A text that counts as missing when it is empty, as comments do in MySQL's dictionary. */
  public Optional<String> filled(String column) throws SQLException {
    return optional(column).filter(text -> !text.isEmpty());
  }

  /** False also for NULL. */
  public boolean flag(String column) throws SQLException {
    return isTrue(values.text(column));
  }

  /** PostgreSQL prints {@code t}, JSON {@code true}, MySQL a number. */
  static boolean isTrue(@Nullable String value) {
    return value != null && !value.equals("f") && !value.equals("false") && !value.equals("0");
  }

  /** A whole number, 0 for NULL. */
  public long number(String column) throws SQLException {
    return optionalNumber(column).orElse(0);
  }

  public OptionalLong optionalNumber(String column) throws SQLException {
    @Nullable String value = values.text(column);
    return value == null
        ? OptionalLong.empty()
        : OptionalLong.of(new BigDecimal(value).longValue());
  }

  /** The texts of an array column; empty if it is NULL. */
  public List<String> texts(String column) throws SQLException {
    return values.texts(column);
  }

  /** All values by the names of their columns; a NULL is left out. */
  Map<String, String> all() throws SQLException {
    Map<String, String> all = new LinkedHashMap<>();
    for (String column : values.columns()) {
      @Nullable String value = values.text(column);
      if (value != null) {
        all.put(column, value);
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /** A value by its position, from 1, for statements whose columns have no fixed names. */
  public Optional<String> at(int position) throws SQLException {
    return Optional.ofNullable(values.text(position));
  }

  /** A copy that stays when the answer is closed. */
  KeptRow kept() throws SQLException {
    KeptRow.Places known = places;
    if (known == null) {
      known = KeptRow.Places.of(values.columns());
      places = known;
    }
    List<@Nullable String> copy = new ArrayList<>(known.columns().size());
    for (int i = 1; i <= known.columns().size(); i++) {
      copy.add(values.text(i));
    }
    return new KeptRow(known, copy);
  }
}
