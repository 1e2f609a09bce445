package dev.shardwright.introspect;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row at which an answer of a server stands. */
final class LiveValues implements Values {
  private final ResultSet results;
  private @Nullable List<String> columns;

  LiveValues(ResultSet results) {
    this.results = results;
  }

  @Override
  public List<String> columns() throws SQLException {
    List<String> known = columns;
    if (known == null) {
      ResultSetMetaData meta = results.getMetaData();
      List<String> labels = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        labels.add(meta.getColumnLabel(i));
      }
      known = List.copyOf(labels);
      columns = known;
    }
    return known;
  }

  @Override
  public @Nullable String text(String column) throws SQLException {
    return results.getString(column);
  }

  @Override
  public @Nullable String text(int position) throws SQLException {
    return results.getString(position);
  }

  @Override
  public List<String> texts(String column) throws SQLException {
    @Nullable Array array = results.getArray(column);
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }
}
