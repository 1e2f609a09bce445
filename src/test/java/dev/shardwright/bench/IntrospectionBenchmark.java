package dev.shardwright.bench;

import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Ran;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.testing.GeneratedDdl;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long it takes to read generated schemas from each server, and how that compares in the same
 * run with the bare catalog queries and with {@code pg_dump --schema-only}.
 */
public final class IntrospectionBenchmark implements Benchmark {
  private static final List<Integer> TABLES = List.of(300, 500, 1_000, 2_000, 3_000);
  private static final long SEED = 7;
  private static final Pattern MAJOR = Pattern.compile("(\\d+)");

  @Override
  public String name() {
    return "introspection";
  }

  @Override
  public void run(Report report) throws Exception {
    Optional<Integer> dump = dumpMajor();
    for (TestServer server : TestServers.everyVersion().toList()) {
      for (int tables : TABLES) {
        String what = tables + " tables on " + server;
        Loaded loaded = load(server, tables);
        double read =
            Timing.medianMillis(1, 3, () -> loaded.schema = read(loaded.database.source()));
        double direct = Timing.medianMillis(1, 3, loaded::replay);
        report.row(
            "read " + what,
            read / 1000,
            "s",
            tables == 500 ? "≤ 2 s" : tables == 2_000 ? "≤ 6 s" : "",
            loaded.schema().origin().statementsRun()
                + " statements, "
                + loaded.schema().relations().size()
                + " keys");
        report.row("  against its bare queries", read / direct, "times", "", seconds(direct));
        if (server.product() == Product.POSTGRESQL) {
          againstDump(report, loaded, server, dump, read);
        }
      }
    }
  }

  private static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.2f s", millis / 1000);
  }

  private static void againstDump(
      Report report, Loaded loaded, TestServer server, Optional<Integer> dump, double read)
      throws Exception {
    String row = "  against pg_dump --schema-only";
    if (dump.isEmpty()) {
      report.missing(row, "no pg_dump on this machine");
    } else if (dump.get() < major(server.version())) {
      report.missing(row, "pg_dump " + dump.get() + " refuses the newer server");
    } else {
      double millis = Timing.medianMillis(1, 3, loaded::dump);
      report.row(row, read / millis, "times", "≤ 1", seconds(millis));
    }
  }

  private static int major(String version) {
    Matcher matcher = MAJOR.matcher(version);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static Optional<Integer> dumpMajor() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("pg_dump", "--version").start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(major(answer)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Schema read(JdbcSource source) {
    try (Session session = Session.open(source, Progress.SILENT)) {
      return Introspector.read(session, source.schemas(), source.described(), Progress.SILENT);
    }
  }

  private static Loaded load(TestServer server, int tables) throws SQLException {
    Schema schema = GeneratedSchemas.of(tables, SEED);
    TestDatabase database =
        server.newDatabase().with(GeneratedDdl.of(schema, server.product()).toArray(String[]::new));
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Schema read =
          Introspector.read(session, database.source().schemas(), "bench", Progress.SILENT);
      return new Loaded(database, session.statements(), read);
    }
  }

  /** A database with the statements that read it once. */
  private static final class Loaded {
    private final TestDatabase database;
    private final List<Ran> statements;
    private Schema schema;

    Loaded(TestDatabase database, List<Ran> statements, Schema schema) {
      this.database = database;
      this.statements = statements;
      this.schema = schema;
    }

    Schema schema() {
      return schema;
    }

    /** The same queries without a library: every value of every row is read as text. */
    void replay() throws SQLException {
      JdbcSource source = database.source();
      try (Connection connection =
              DriverManager.getConnection(
                  source.url(), source.user().orElseThrow(), source.password().reveal());
          Statement statement = connection.createStatement()) {
        for (Ran ran : statements) {
          if (statement.execute(ran.sql())) {
            drain(statement.getResultSet());
          }
        }
      }
    }

    private static void drain(ResultSet results) throws SQLException {
      int columns = results.getMetaData().getColumnCount();
      while (results.next()) {
        for (int i = 1; i <= columns; i++) {
          results.getString(i);
        }
      }
    }

    void dump() throws IOException, InterruptedException {
      URI uri = URI.create(database.source().url().substring("jdbc:".length()));
      ProcessBuilder dump =
          new ProcessBuilder(
              "pg_dump",
              "--schema-only",
              "--host=" + uri.getHost(),
              "--port=" + uri.getPort(),
              "--username=" + database.source().user().orElseThrow(),
              database.name());
      dump.environment().put("PGPASSWORD", database.source().password().reveal());
      Process process =
          dump.redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new IOException("pg_dump ended with " + process.exitValue());
      }
    }
  }
}
