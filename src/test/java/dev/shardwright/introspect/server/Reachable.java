package dev.shardwright.introspect.server;

import dev.shardwright.introspect.JdbcSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A server that a test started by itself, as its administrator reaches it. */
interface Reachable {
  JdbcSource source();

  default Connection connect() throws SQLException {
    return DriverManager.getConnection(
        source().url(), source().user().orElseThrow(), source().password().reveal());
  }

  default boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false; // not yet: the caller asks again
    }
  }

  default void run(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** A column of the first row. */
  default String ask(String sql, int column) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(column);
    }
  }
}
