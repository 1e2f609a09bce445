package dev.shardwright.introspect;

import dev.shardwright.model.UserError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The answers that a collection script got from a server, by the questions' names; SHOW statements
 * and what else is asked of one object are named by their text.
 *
 * @param schemas those that were collected
 * @param answers rows by {@link Question#id} or by the statement itself
 */
record Recorded(
    Server server, String described, List<String> schemas, Map<String, List<KeptRow>> answers)
    implements Answers {
  /** MySQL's number for a table that the user may not see: the script's SHOW was refused. */
  private static final int DENIED = 1142;

  @Override
  public int count() {
    return answers.size();
  }

  @Override
  public <T> List<T> tryQuery(String sql, RowReader<T> reader) throws SQLException {
    List<T> all = new ArrayList<>();
    for (KeptRow row : rows(sql)) {
      all.add(reader.read(new Row(row)));
    }
    return all;
  }

  private List<KeptRow> rows(String sql) throws SQLException {
    List<KeptRow> ofObject = answers.get(sql);
    if (ofObject != null) {
      return ofObject;
    }
    String id = Question.of(sql, schemas, product().isMySqlFamily()).id();
    List<KeptRow> rows = answers.get(id);
    if (rows == null) {
      throw sql.startsWith("SHOW CREATE")
          ? new SQLException("not collected: " + sql, "42000", DENIED)
          : new SQLException("the answer to question " + id + " is missing");
    }
    return rows;
  }

  @Override
  public <T> List<List<T>> tryAll(List<String> sqls, RowReader<T> reader) throws SQLException {
    List<List<T>> all = new ArrayList<>();
    for (String sql : sqls) {
      all.add(tryQuery(sql, reader));
    }
    return all;
  }

  @Override
  public RuntimeException refused(SQLException e) {
    return new UserError(
        "The collected file "
            + described
            + " is not whole ("
            + e.getMessage()
            + "): run the script of this version of Shardwright again, as a user who may read the"
            + " catalogs.",
        e);
  }
}
