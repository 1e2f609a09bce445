package dev.shardwright.introspect;

import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections: bounded in time, with keepalive, and given up as soon as the user cancels. */
final class Connecting {
  private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);
  private static final int CONNECT_SECONDS = 10;
  private static final int SOCKET_SECONDS = 300;

  private Connecting() {}

  static Connection connect(JdbcSource source, Progress progress) {
    Properties properties = properties(source);
    CompletableFuture<Connection> connecting = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("connect")
        .start(() -> {
          try {
            connecting.complete(DriverManager.getConnection(source.url(), properties));
          } catch (SQLException | RuntimeException e) {
            connecting.completeExceptionally(e);
          }
        });
    while (true) {
      try {
        return connecting.get(50, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (progress.cancelled()) {
          giveUp(connecting);
          throw new Progress.Cancelled();
        }
      } catch (ExecutionException e) {
        throw failure(Objects.requireNonNullElse(e.getCause(), e), source);
      } catch (InterruptedException e) {
        giveUp(connecting);
        Thread.currentThread().interrupt();
        throw new Progress.Cancelled();
      }
    }
  }

  private static RuntimeException failure(Throwable cause, JdbcSource source) {
    return cause instanceof SQLException refused
        ? Refusals.refused(refused, source)
        : new UserError(
            "The URL "
                + source.described()
                + " cannot be used: "
                + Refusals.clean(String.valueOf(cause.getMessage()), source),
            cause);
  }

  /** Closes the connection when it comes after all. */
  private static void giveUp(CompletableFuture<Connection> connecting) {
    CompletableFuture<Void> closing = connecting.thenAccept(Connecting::close);
    LOG.debug("gave up connecting, closed yet: {}", closing.isDone());
  }

  private static void close(Connection late) {
    try {
      late.close();
    } catch (SQLException e) {
      LOG.info("a connection that nobody waited for did not close: {}", e.getMessage());
    }
  }

  private static Properties properties(JdbcSource source) {
    Properties properties = new Properties();
    source.user().ifPresent(user -> properties.setProperty("user", user));
    if (!source.password().isEmpty()) {
      properties.setProperty("password", source.password().reveal());
    }
    properties.setProperty("tcpKeepAlive", "true");
    if (source.url().startsWith("jdbc:postgresql:")) {
      properties.setProperty("ApplicationName", "Shardwright");
      properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
      properties.setProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
      properties.setProperty("socketTimeout", String.valueOf(SOCKET_SECONDS));
    } else if (source.url().startsWith("jdbc:mysql:") || source.url().startsWith("jdbc:mariadb:")) {
      properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS * 1000));
      properties.setProperty("socketTimeout", String.valueOf(SOCKET_SECONDS * 1000));
      // For many SHOW CREATE in one go; each passes the guard alone, which lets no second one by.
      properties.setProperty("allowMultiQueries", "true");
      if (source.url().startsWith("jdbc:mysql:")) {
        // Unset, Connector/J takes SHOW CREATE's bytes as they are stored and misreads latin1 ones.
        properties.setProperty("characterSetResults", "UTF-8");
      }
    } else {
      throw new UserError(
          "Shardwright reads jdbc:postgresql, jdbc:mysql and jdbc:mariadb URLs, not "
              + source.described()
              + ".");
    }
    return properties;
  }
}
