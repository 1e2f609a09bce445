package dev.shardwright.introspect;

import dev.shardwright.introspect.socket.UnixSocket;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
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

  private Connecting() {}

  static Connection connect(JdbcSource source, Progress progress) {
    Optional<Address> address = Address.parse(source.url());
    Optional<UnixSocket> socket = address.flatMap(Address::socket);
    socket.ifPresent(UnixSocket::check);
    String url = socket.isPresent() ? address.orElseThrow().underSocket().url() : source.url();
    Properties properties = DriverProperties.of(source, address);
    CompletableFuture<Connection> connecting = new CompletableFuture<>();
    // A thread of its own: where a server's queue is full, the system lets it wait without end.
    Thread.ofPlatform()
        .daemon()
        .name("connect")
        .start(() -> {
          try {
            connecting.complete(DriverManager.getConnection(url, properties));
          } catch (SQLException | RuntimeException | LinkageError e) {
            connecting.completeExceptionally(e);
          }
        });
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DriverProperties.CONNECT_SECONDS + 1);
    while (true) {
      try {
        return connecting.get(50, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (progress.cancelled()) {
          giveUp(connecting);
          throw new Progress.Cancelled();
        }
        if (socket.isPresent() && System.nanoTime() > end) {
          giveUp(connecting);
          throw Refusals.late(source, e);
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
}
