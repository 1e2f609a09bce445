package dev.shardwright.introspect.server;

import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.socket.UnixSocket;
import dev.shardwright.model.Product;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A connection that may write, over the socket that a source names. */
final class OverSocket {
  private OverSocket() {}

  static boolean answers(JdbcSource source) {
    try (Connection connection = connect(source)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false; // not yet: the caller asks again
    }
  }

  static void run(JdbcSource source, String... statements) {
    try (Connection connection = connect(source);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Connection connect(JdbcSource source) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", source.user().orElseThrow());
    properties.setProperty("password", source.password().reveal());
    String bare = source.url().replaceFirst("\\?.*", "");
    String path = source.url().replaceFirst("[^?]*\\?[^=]*=", "").replaceFirst("&.*", "");
    Product product =
        bare.startsWith("jdbc:postgresql")
            ? Product.POSTGRESQL
            : bare.startsWith("jdbc:mysql") ? Product.MYSQL : Product.MARIADB;
    String port = source.url().contains("&port=") ? source.url().replaceFirst(".*port=", "") : "";
    UnixSocket.of(product, path, port).tell(properties);
    return DriverManager.getConnection(bare.replace(":///", "://localhost/"), properties);
  }
}
