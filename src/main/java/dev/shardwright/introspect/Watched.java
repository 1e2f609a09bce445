package dev.shardwright.introspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a session's statements: each is checked, counted and timed, and can be cancelled.
 *
 * @param check asked before and after each statement and every thousand rows; throws to end the
 *     work
 */
record Watched(Connection raw, Journal journal, ReadOnlyGuard guard, Runnable check) {
  private static final int ROWS_BETWEEN_CHECKS = 1000;

  /** Runs a reading statement and reads all its rows. */
  <T> List<T> query(String sql, RowReader<T> reader) throws SQLException {
    Journal.Entry entry = begin(sql);
    try (Statement statement = raw.createStatement();
        ResultSet results = journal.time(entry, statement, () -> statement.executeQuery(sql))) {
      check.run();
      return all(results, reader, entry);
    }
  }

  /** Runs some reading statements in one go, for servers that take them so. */
  <T> List<List<T>> queryAll(List<String> sqls, RowReader<T> reader) throws SQLException {
    List<Journal.Entry> entries = sqls.stream().map(this::begin).toList();
    String together = String.join(";\n", sqls);
    List<List<T>> answers = new ArrayList<>();
    try (Statement statement = raw.createStatement()) {
      journal.time(entries.getFirst(), statement, () -> statement.execute(together));
      for (Journal.Entry entry : entries) {
        try (ResultSet results = statement.getResultSet()) {
          answers.add(all(results, reader, entry));
        }
        statement.getMoreResults();
      }
    }
    check.run();
    return answers;
  }

  /** Changes a setting of the session. */
  void set(String sql) throws SQLException {
    Journal.Entry entry = begin(sql);
    try (Statement statement = raw.createStatement()) {
      journal.time(entry, statement, () -> statement.execute(sql));
    }
    check.run();
  }

  private Journal.Entry begin(String sql) {
    check.run();
    guard.check(sql);
    return journal.begin(sql);
  }

  private <T> List<T> all(ResultSet results, RowReader<T> reader, Journal.Entry entry)
      throws SQLException {
    Row row = new Row(new LiveValues(results));
    List<T> all = new ArrayList<>();
    try {
      while (results.next()) {
        entry.row();
        all.add(reader.read(row));
        if (all.size() % ROWS_BETWEEN_CHECKS == 0) {
          check.run();
        }
      }
    } catch (SQLException e) {
      entry.failed(e);
      throw e;
    }
    return all;
  }
}
