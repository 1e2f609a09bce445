package dev.shardwright.testing;

import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.model.Product;
import java.sql.Connection;
import java.sql.SQLException;

/** A real server for tests; each test takes a database of its own. */
public interface TestServer {

  Product product();

  /** The server's own version text. */
  String version();

  /** A new, empty database with an owner who has no rights beyond it. */
  TestDatabase newDatabase() throws SQLException;

  /**
   * A database of a test.
   *
   * @param name its name: the database's on MySQL and MariaDB too
   * @param source for the owner of the database; on MySQL and MariaDB it selects that database
   */
  record TestDatabase(String name, JdbcSource source, Admin administrator) {

    /** A new connection with all privileges, in this database; the test closes it. */
    public Connection admin() throws SQLException {
      return administrator.connect();
    }

    /** A new connection as the owner, in this database; the test closes it. */
    public Connection owner() throws SQLException {
      return java.sql.DriverManager.getConnection(
          source.url(), source.user().orElseThrow(), source.password().reveal());
    }

    /** Runs statements as the owner. */
    public TestDatabase with(String... statements) throws SQLException {
      try (Connection connection = owner();
          java.sql.Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
      return this;
    }
  }

  /** Opens a connection with all privileges. */
  interface Admin {
    Connection connect() throws SQLException;
  }
}
