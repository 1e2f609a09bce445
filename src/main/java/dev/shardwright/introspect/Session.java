package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A read-only connection to a database: the server confirmed that it refuses writes, every
 * statement is bounded in time, counted and can be listed, and the running one can be cancelled.
 *
 * <p>One thread reads at a time; {@link #cancel} may be called from any.
 */
public final class Session implements Answers, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final int DEFAULT_LIMIT_SECONDS = 60;
  private static final long PATIENCE_MILLIS = 1000;
  private static final int GRACE_SECONDS = 3;

  private final JdbcSource source;
  private final Connection raw;
  private final Server server;
  private final Journal journal;
  private final Watched watched;
  private final AtomicBoolean cancelled = new AtomicBoolean();

  private Session(JdbcSource source, Connection raw, Server server, Journal journal) {
    this.source = source;
    this.raw = raw;
    this.server = server;
    this.journal = journal;
    this.watched =
        new Watched(raw, journal, new ReadOnlyGuard(server.product()), this::stopIfCancelled);
  }

  /**
   * Connects and makes the connection read-only.
   *
   * @throws UserError if the URL names no server that Shardwright reads
   * @throws UserError.DatabaseRefused if the server is not there, refuses the user, or does not
   *     confirm that it refuses writes
   * @throws Progress.Cancelled if the user cancelled
   */
  public static Session open(JdbcSource source, Progress progress) {
    progress.step("connecting to " + source.described(), -1);
    Connection raw = Connecting.connect(source, progress);
    try {
      Journal journal = new Journal();
      Server server = Server.ask(raw, journal);
      Session session = new Session(source, raw, server, journal);
      session.during(
          progress,
          () -> {
            session.makeReadOnly();
            return session;
          });
      return session;
    } catch (SQLException e) {
      closeQuietly(raw);
      throw Refusals.refused(e, source);
    } catch (RuntimeException e) {
      closeQuietly(raw);
      throw e;
    }
  }

  @Override
  public Product product() {
    return server.product();
  }

  /** The server's version text: {@code 18.6}, {@code 10.11.19-MariaDB}. */
  public String version() {
    return server.version();
  }

  @Override
  public Server server() {
    return server;
  }

  @Override
  public String described() {
    return source.described();
  }

  JdbcSource source() {
    return source;
  }

  /**
   * The bare connection for reading in bulk, once the guard has passed what it will read; the
   * statement is counted.
   */
  Connection bare(String sql) {
    stopIfCancelled();
    new ReadOnlyGuard(server.product()).check(sql);
    journal.begin(sql);
    return raw;
  }

  /** The bare connection, to be cut. */
  Connection bareForEnding() {
    return raw;
  }

  /** Every statement that ran, in order. */
  public List<Ran> statements() {
    return journal.statements();
  }

  @Override
  public int count() {
    return journal.count();
  }

  @Override
  public int writes() {
    return 0;
  }

  /**
   * Runs one reading statement.
   *
   * @throws UserError.DatabaseRefused if the server refused or was lost
   * @throws Progress.Cancelled if the session was cancelled
   */
  @Override
  public <T> List<T> query(String sql, RowReader<T> reader) {
    return Answers.super.query(sql, reader);
  }

  /** As {@link #query}, for statements whose failure the caller can answer. */
  @Override
  public <T> List<T> tryQuery(String sql, RowReader<T> reader) throws SQLException {
    try {
      return watched.query(sql, reader);
    } catch (SQLException e) {
      stopIfCancelled();
      throw e;
    }
  }

  @Override
  public <T> List<List<T>> tryAll(List<String> sqls, RowReader<T> reader) throws SQLException {
    try {
      return watched.queryAll(sqls, reader);
    } catch (SQLException e) {
      stopIfCancelled();
      throw e;
    }
  }

  /**
   * Runs a reading statement that the server should have ended after some seconds; if it did not,
   * we end it. Other settings of the session stay.
   */
  <T> List<T> within(int seconds, String sql, RowReader<T> reader) throws SQLException {
    Thread watch =
        Thread.ofVirtual()
            .name("time limit")
            .start(() -> {
              try {
                Thread.sleep(Duration.ofSeconds(seconds + GRACE_SECONDS));
                stopRunning();
              } catch (InterruptedException e) {
                // The statement came back in time.
              }
            });
    try {
      return tryQuery(sql, reader);
    } finally {
      watch.interrupt();
    }
  }

  /** Lets queries over loops of keys go as deep as the data does, within their time limit. */
  void followLoopsToTheirEnd() {
    server.deepLoops().ifPresent(this::set);
  }

  /** Bounds the time of each statement from now on. */
  public void limitSeconds(int seconds) {
    set(server.limit(seconds));
  }

  /**
   * Does work that the user can cancel: his cancelling reaches the running statement.
   *
   * @throws Progress.Cancelled if he did
   */
  public <T> T during(Progress progress, Supplier<T> work) {
    progress.check();
    AtomicBoolean over = new AtomicBoolean();
    AutoCloseable registration =
        progress.onCancel(() -> {
          if (!over.get()) {
            cancel();
          }
        });
    try {
      T result = work.get();
      progress.check();
      return result;
    } finally {
      over.set(true);
      // Cancelling ends this work, not the session: the next question may be asked.
      cancelled.set(false);
      try {
        registration.close();
      } catch (Exception e) {
        LOG.warn("could not unregister from progress", e);
      }
    }
  }

  /** Stops the running statement, and the connection if that does not help within a second. */
  public void cancel() {
    cancelled.set(true);
    Thread.ofVirtual().name("cancel").start(this::stopRunning);
  }

  private void stopRunning() {
    Optional<Statement> running = journal.running();
    if (running.isEmpty()) {
      return;
    }
    // Its connection may wait for a busy server, which must not hold up other virtual threads.
    Thread canceller =
        Thread.ofPlatform().daemon().name("cancel").start(() -> cancelOnServer(running.get()));
    try {
      long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
      while (journal.running().equals(running) && System.nanoTime() < deadline) {
        Thread.sleep(20);
      }
      if (journal.running().equals(running)) {
        raw.abort(Runnable::run);
        canceller.interrupt();
      }
    } catch (SQLException e) {
      LOG.warn("could not abort the connection", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void cancelOnServer(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      LOG.info("the server did not take the cancel: {}", e.getMessage());
    }
  }

  private void stopIfCancelled() {
    if (cancelled.get()) {
      throw new Progress.Cancelled();
    }
  }

  /** What a failure of this session means to the DBA. */
  @Override
  public RuntimeException refused(SQLException e) {
    return cancelled.get() ? new Progress.Cancelled() : Refusals.refused(e, source);
  }

  private void makeReadOnly() {
    server.settings(DEFAULT_LIMIT_SECONDS).forEach(this::set);
    List<String> answers = query(server.readOnlyQuestion(), row -> row.at(1).orElse(""));
    if (answers.isEmpty() || !answers.stream().allMatch(Server::isOn)) {
      throw new UserError.DatabaseRefused(
          "The server at "
              + source.described()
              + " did not confirm a read-only session (it answered "
              + answers
              + "), so nothing was read; connect without a pooler in between.",
          new SQLException("read-only: " + answers));
    }
  }

  /** Changes a setting of the session. */
  void set(String sql) {
    try {
      watched.set(sql);
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  @Override
  public void close() {
    closeQuietly(raw);
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.info("the connection did not close cleanly: {}", e.getMessage());
    }
  }
}
