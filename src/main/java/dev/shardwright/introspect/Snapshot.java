package dev.shardwright.introspect;

import dev.shardwright.export.RowSource;
import dev.shardwright.export.RowText;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.jdbc.PgConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A read-only transaction on a connection of its own that sees all tables as of its beginning.
 *
 * <p>Rows stream: PostgreSQL's through COPY, the others' packet by packet. A connection in the
 * middle of a stream cannot be closed politely, so it is cut.
 */
public final class Snapshot implements RowSource {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);
  private static final int PATIENCE_MILLIS = 3_600_000;
  private static final int CHECK_EVERY = 1 << 10;

  private final Session session;
  private final Progress progress;
  private final Standing standing;
  private final AutoCloseable registration;
  private final AtomicBoolean streaming = new AtomicBoolean();

  private Snapshot(Session session, Standing standing, Progress progress) {
    this.session = session;
    this.standing = standing;
    this.progress = progress;
    this.registration = progress.onCancel(this::stop);
  }

  /**
   * Opens a second connection to a session's database and begins there.
   *
   * @throws UserError.DatabaseRefused if the server refuses it
   * @throws Progress.Cancelled if the user cancelled
   */
  public static Snapshot beside(Session other, Progress progress) {
    Session session = Session.open(other.source(), progress);
    try {
      settings(session.server()).forEach(session::set);
      Standing standing = Standing.ask(session);
      begin(session);
      return new Snapshot(session, standing, progress);
    } catch (SQLException e) {
      session.close();
      throw session.refused(e);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static List<String> settings(Server server) {
    return server.product() == Product.POSTGRESQL
        ? List.of(
            server.limit(0),
            "SET idle_in_transaction_session_timeout = '3600s'",
            "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
            // Text that does not depend on who reads; rows that a policy hides are an error.
            "SET datestyle = 'ISO'",
            "SET intervalstyle = 'postgres'",
            "SET timezone = 'UTC'",
            "SET bytea_output = 'hex'",
            "SET extra_float_digits = 1",
            // else a table without a key is read from wherever another reader of it has got to
            "SET synchronize_seqscans = off",
            "SET row_security = off")
        : List.of(
            server.limit(0),
            "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
            "SET SESSION net_write_timeout = 3600",
            "SET character_set_results = utf8mb4",
            "SET time_zone = '+00:00'");
  }

  private static void begin(Session session) throws SQLException {
    Connection raw = session.bare("SELECT 1");
    raw.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
    if (session.product() == Product.POSTGRESQL) {
      raw.setAutoCommit(false);
      return;
    }
    try (Statement statement = raw.createStatement()) {
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
    }
  }

  @Override
  public List<String> standing() {
    return standing.sentences();
  }

  @Override
  public boolean replica() {
    return standing.replica();
  }

  /** {@inheritDoc} PostgreSQL keeps the table locked against DROP and TRUNCATE from here on. */
  @Override
  public void check(TableName table, String select) {
    String sql = select + "\nLIMIT 0";
    try {
      Connection raw = session.bare(sql);
      mark(raw);
      try (Statement statement = raw.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        LOG.debug("{} can be read: {}", table, rows.isBeforeFirst());
      }
      release(raw);
    } catch (SQLException e) {
      throw refused(table, e);
    }
  }

  // A table stays free for ALTER once it is read, as mysqldump --single-transaction does it. Set
  // before the first look: MariaDB sets no mark once a table of an engine without marks (Aria) is
  // part of the transaction.
  private void mark(Connection raw) throws SQLException {
    if (session.product() != Product.POSTGRESQL) {
      run(raw, "SAVEPOINT shardwright");
    }
  }

  private void release(Connection raw) throws SQLException {
    if (session.product() != Product.POSTGRESQL) {
      run(raw, "ROLLBACK TO SAVEPOINT shardwright");
    }
  }

  private static void run(Connection raw, String sql) throws SQLException {
    try (Statement statement = raw.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public long read(TableName table, String select, int columns, RowReader reader)
      throws IOException {
    Connection raw = session.bare(select);
    streaming.set(true);
    try {
      RowText row = new RowText(columns);
      long rows =
          session.product() == Product.POSTGRESQL
              ? copied(raw, select, row, reader)
              : streamed(raw, select, row, reader);
      streaming.set(false);
      return rows;
    } catch (SQLException e) {
      throw refused(table, e);
    }
  }

  private long copied(Connection raw, String select, RowText row, RowReader reader)
      throws SQLException, IOException {
    CopyOut copy =
        raw.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + select + ") TO STDOUT");
    long rows = 0;
    for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
      boolean ended = line.length > 0 && line[line.length - 1] == '\n';
      row.copyLine(line, 0, ended ? line.length - 1 : line.length);
      reader.row(row);
      checkNowAndThen(++rows);
    }
    return rows;
  }

  private long streamed(Connection raw, String select, RowText row, RowReader reader)
      throws SQLException, IOException {
    mark(raw);
    long[] rows = {0};
    try {
      Packets.of(raw)
          .read(
              select,
              packet -> {
                Packets.split(packet, row);
                reader.row(row);
                checkNowAndThen(++rows[0]);
              });
    } catch (RuntimeException | IOException e) {
      cut(); // closing would read all the rows that nobody wants
      throw e;
    }
    release(raw);
    return rows[0];
  }

  private void checkNowAndThen(long rows) {
    if (rows % CHECK_EVERY == 0) {
      progress.check();
    }
  }

  private RuntimeException refused(TableName table, SQLException e) {
    if (progress.cancelled()) {
      return new Progress.Cancelled();
    }
    String why = Unanswered.why(e, session, 0).orElseGet(() -> lost(e));
    return new UserError.DatabaseRefused("The rows of " + table + " cannot be read. " + why, e);
  }

  // a standby that cuts a connection says so in words that the driver often no longer reads
  private String lost(SQLException e) {
    boolean standby = session.product() == Product.POSTGRESQL && standing.replica();
    return session.refused(e).getMessage()
        + (standby
            ? " A standby cuts those whose reads stand against the changes of its primary. "
                + Unanswered.CALM_STANDBY
            : "");
  }

  /** The user cancelled: the server is told, and the connection ends. */
  private void stop() {
    Thread.ofVirtual()
        .name("stop snapshot")
        .start(() -> {
          session.cancel();
          try {
            Connection raw = session.bareForEnding();
            if (raw instanceof PgConnection postgres) {
              postgres.cancelQuery();
            }
          } catch (SQLException e) {
            LOG.info("the server did not take the cancel: {}", e.getMessage());
          }
          cut();
        });
  }

  private void cut() {
    try {
      session.bareForEnding().abort(Runnable::run);
    } catch (SQLException e) {
      LOG.info("the connection could not be cut: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      registration.close();
    } catch (Exception e) {
      LOG.warn("could not unregister from progress", e);
    }
    if (streaming.get()) {
      cut();
    }
    session.close();
  }
}
