package dev.shardwright.introspect;

import dev.shardwright.introspect.KeptRow.Places;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that stays when the answer is closed. */
record KeptRow(Places places, List<@Nullable String> values) implements Values {

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

  @Override
  public List<String> texts(String column) throws SQLException {
    throw new SQLException("arrays are not kept: " + column);
  }
}
