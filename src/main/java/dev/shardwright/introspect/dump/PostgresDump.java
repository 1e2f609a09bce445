package dev.shardwright.introspect.dump;

import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.UserError;
import dev.shardwright.sql.PostgresScript;
import dev.shardwright.sql.SqlStatement;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Loads a PostgreSQL script into an empty database. */
public final class PostgresDump {
  // The driver decodes what the server sends; the script was decoded when it was read.
  private static final Set<String> NOT_FOR_US = Set.of("SET CLIENT_ENCODING");
  private static final int BATCH_CHARACTERS = 1 << 20;
  private static final int BATCH_STATEMENTS = 500;
  private static final String BROKEN_END =
      Skipped.cut("this statement; what came before it was loaded");

  private final Connection connection;
  private final Statement statement;
  private final Skips skips = new Skips();
  private final List<SqlStatement> batch = new ArrayList<>();
  private int batchCharacters;
  private int executed;
  private boolean transaction;

  private PostgresDump(Connection connection) throws SQLException {
    this.connection = connection;
    this.statement = connection.createStatement();
    statement.setEscapeProcessing(false);
  }

  /**
   * Loads a script as the owner of an empty database, then gathers statistics.
   *
   * @param name the file's name, for messages
   * @param bytes its size, for the progress
   * @throws UserError if the file cannot be read or nothing in it could be used
   */
  public static Loaded load(
      JdbcSource target, InputStream file, String name, long bytes, Progress progress) {
    try (Connection connection = connect(target);
        Loading loading = new Loading(name, bytes, connection, progress)) {
      return new PostgresDump(connection).load(new PostgresScript(file), loading);
    } catch (SQLException e) {
      progress.check(); // cancelling cuts the connection
      throw new UserError.DatabaseRefused(
          "The server that " + name + " was being loaded into was lost: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UserError("The file " + name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Connection connect(JdbcSource target) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", target.user().orElseThrow());
    properties.setProperty("password", target.password().reveal());
    // Scripts hold any kind of statement, often many in one message.
    properties.setProperty("preferQueryMode", "simple");
    return DriverManager.getConnection(target.url(), properties);
  }

  private Loaded load(PostgresScript script, Loading loading) throws SQLException, IOException {
    while (true) {
      var next = script.next();
      if (next.isEmpty()) {
        break;
      }
      take(next.get(), script);
      loading.at(script.bytesRead());
    }
    flush();
    if (transaction) {
      execute("COMMIT");
    }
    commands(script);
    run("ANALYZE");
    return new Loaded(executed, schemas(), skips.all(), List.of());
  }

  private void take(SqlStatement next, PostgresScript script) throws SQLException, IOException {
    if (!next.complete()) {
      flush();
      skips.add(next.text(), BROKEN_END);
    } else if (PostgresScript.isCopyFromStdin(next)) {
      flush();
      copy(next, script);
    } else if (next.start().startsWith("INSERT INTO")) {
      collect(next);
    } else {
      flush();
      one(next);
    }
  }

  /** Many inserts go to the server in one message: a tenth of the time of single ones. */
  private void collect(SqlStatement insert) throws SQLException {
    batch.add(insert);
    batchCharacters += insert.text().length();
    if (batchCharacters > BATCH_CHARACTERS || batch.size() == BATCH_STATEMENTS) {
      flush();
    }
  }

  private void flush() throws SQLException {
    if (batch.size() > 1
        && run(String.join(";\n", batch.stream().map(SqlStatement::text).toList()))) {
      executed += batch.size();
    } else {
      // One of them failed and took the others along: find it.
      for (SqlStatement insert : batch) {
        execute(insert.text());
      }
    }
    batch.clear();
    batchCharacters = 0;
  }

  private void one(SqlStatement next) throws SQLException {
    String words = next.start();
    if (NOT_FOR_US.stream().anyMatch(words::startsWith)) {
      return;
    }
    switch (words.split(" ", 2)[0]) {
      case "BEGIN", "START" -> {
        if (!transaction && execute(next.text())) {
          transaction = true;
        }
      }
      case "COMMIT", "END", "ROLLBACK", "ABORT" -> {
        if (words.startsWith("ROLLBACK TO")) {
          execute(next.text());
        } else if (transaction) {
          transaction = false;
          statement(next.text());
        }
      }
      default -> execute(next.text());
    }
  }

  private boolean execute(String sql) throws SQLException {
    return transaction ? guarded(sql) : statement(sql);
  }

  /** In a transaction of the script, an error must not cost what came before it. */
  private boolean guarded(String sql) throws SQLException {
    statement.execute("SAVEPOINT shardwright");
    boolean ok = statement(sql);
    statement.execute(ok ? "RELEASE SAVEPOINT shardwright" : "ROLLBACK TO SAVEPOINT shardwright");
    return ok;
  }

  private boolean statement(String sql) throws SQLException {
    try {
      statement.execute(sql);
      executed++;
      return true;
    } catch (SQLException e) {
      skip(sql, e);
      return false;
    }
  }

  /** Tries without reporting; what fails is tried again piece by piece. */
  private boolean run(String sql) throws SQLException {
    if (transaction) {
      statement.execute("SAVEPOINT shardwright");
    }
    try {
      statement.execute(sql);
      return true;
    } catch (SQLException e) {
      requireAlive(e);
      if (transaction) {
        statement.execute("ROLLBACK TO SAVEPOINT shardwright");
      }
      return false;
    }
  }

  private void copy(SqlStatement copy, PostgresScript script) throws SQLException, IOException {
    PostgresScript.CopyRows rows = script.copyRows();
    if (transaction) {
      statement.execute("SAVEPOINT shardwright");
    }
    try {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy.text(), rows);
      executed++;
    } catch (SQLException e) {
      skip(copy.text(), e);
      if (transaction) {
        statement.execute("ROLLBACK TO SAVEPOINT shardwright");
      }
    }
    rows.transferTo(java.io.OutputStream.nullOutputStream());
    if (!rows.closedProperly()) {
      skips.add(copy.text(), Skipped.cut("these rows"));
    }
  }

  private void skip(String sql, SQLException e) throws SQLException {
    requireAlive(e);
    skips.add(sql, reason(e));
  }

  private void requireAlive(SQLException e) throws SQLException {
    if (connection.isClosed()) {
      throw e;
    }
  }

  /** The server's message without its severity, with its detail if that says more. */
  private static String reason(SQLException e) {
    ServerErrorMessage message =
        e instanceof PSQLException server ? server.getServerErrorMessage() : null;
    return message == null || message.getMessage() == null
        ? String.valueOf(e.getMessage())
        : message.getMessage();
  }

  // psql's own settings change nothing for us; files and other databases would.
  private void commands(PostgresScript script) {
    for (SqlStatement command : script.commands()) {
      String word = command.text().split("\\s", 2)[0];
      switch (word) {
        case "\\connect", "\\c" ->
            skips.add(command.text(), "everything is loaded into one database");
        case "\\i", "\\ir", "\\include", "\\include_relative", "\\copy" ->
            skips.add(command.text(), "other files are not read");
        case "\\restrict",
            "\\unrestrict",
            "\\.",
            "\\echo",
            "\\qecho",
            "\\set",
            "\\unset",
            "\\pset",
            "\\timing",
            "\\encoding",
            "\\x",
            "\\t",
            "\\a",
            "\\o",
            "\\q" -> {}
        default -> skips.add(command.text(), "a command of psql that was not understood");
      }
    }
  }

  /** The schemas that hold what the file made; {@code public} for a database without any. */
  private List<String> schemas() throws SQLException {
    List<String> schemas = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT DISTINCT n.nspname FROM pg_catalog.pg_namespace n JOIN ("
                + "SELECT 'pg_class'::regclass AS classid, oid, relnamespace AS namespace"
                + " FROM pg_catalog.pg_class WHERE relkind IN ('r', 'p', 'v', 'm')"
                + " UNION ALL SELECT 'pg_type'::regclass, oid, typnamespace"
                + " FROM pg_catalog.pg_type WHERE typtype IN ('d', 'e', 'r')"
                + " UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace"
                + " FROM pg_catalog.pg_proc) o ON o.namespace = n.oid"
                + " WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"
                + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.deptype = 'e'"
                + " AND e.classid = o.classid AND e.objid = o.oid)"
                + " ORDER BY 1")) {
      while (rows.next()) {
        schemas.add(rows.getString(1));
      }
    }
    return schemas.isEmpty() ? List.of("public") : schemas;
  }
}
