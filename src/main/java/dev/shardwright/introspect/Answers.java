package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import java.sql.SQLException;
import java.util.List;

/** Who answers a reader's questions about the catalogs. */
interface Answers {

  /** The server that is asked. */
  Server server();

  /** What the DBA named, for sentences. */
  String described();

  /** Statements that ran so far. */
  int count();

  /** Statements that could have changed something: none passes the guard. */
  default int writes() {
    return 0;
  }

  /**
   * The answer to one question.
   *
   * @throws dev.shardwright.model.UserError.DatabaseRefused if the server refused or was lost
   * @throws dev.shardwright.model.Progress.Cancelled if the user cancelled
   */
  default <T> List<T> query(String sql, RowReader<T> reader) {
    try {
      return tryQuery(sql, reader);
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /** As {@link #query}, for questions whose failure the caller can answer. */
  <T> List<T> tryQuery(String sql, RowReader<T> reader) throws SQLException;

  /**
   * The answers to some questions of one kind, asked together so that the way to the server is gone
   * once; fails if one of them does.
   */
  <T> List<List<T>> tryAll(List<String> sqls, RowReader<T> reader) throws SQLException;

  /** What a failure means to the DBA. */
  RuntimeException refused(SQLException e);

  default Product product() {
    return server().product();
  }
}
