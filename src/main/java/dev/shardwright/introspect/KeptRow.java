package dev.shardwright.introspect;

import dev.shardwright.introspect.KeptRow.Places;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** A row that stays when the answer is closed. */
record KeptRow(Places places, List<@Nullable String> values) implements Values {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the columns of an answer stand; all its rows share them. */
  record Places(List<String> columns, Map<String, Integer> byName) {
    static Places of(List<String> columns) {
      Map<String, Integer> byName = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        byName.put(columns.get(i), i);
      }
      return new Places(columns, byName);
    }
  }

  /** The row with one value more. */
  KeptRow with(String column, String value) {
    List<String> names = new ArrayList<>(places.columns());
    names.add(column);
    List<@Nullable String> more = new ArrayList<>(values);
    more.add(value);
    return new KeptRow(Places.of(names), more);
  }

  @Override
  public List<String> columns() {
    return places.columns();
  }

  /** Empty too if the answer has no such column. */
  @Override
  public @Nullable String text(String column) {
    Integer place = places.byName().get(column);
    return place == null ? null : values.get(place);
  }

  @Override
  public @Nullable String text(int position) {
    return values.get(position - 1);
  }

  /** An array is kept as JSON. */
  @Override
  public List<String> texts(String column) throws SQLException {
    @Nullable String json = text(column);
    if (json == null) {
      return List.of();
    }
    try {
      return List.of(JSON.readValue(json, String[].class));
    } catch (JacksonException e) {
      throw new SQLException("no array in " + column + ": " + json, e);
    }
  }
}
