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
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long it takes to read generated schemas from each server, and how that compares in the same
 * run with the bare catalog queries and with {@code pg_dump --schema-only}.
 */
public final class IntrospectionBenchmark implements Benchmark {
  /** Fewer sizes with {@code -Dbench.tables=500,2000}. */
  private static final List<Integer> TABLES =
      Pattern.compile(",")
          .splitAsStream(System.getProperty("bench.tables", "300,500,1000,2000,3000"))
          .map(Integer::valueOf)
          .toList();

  private static final long SEED = 7;
  private static final Pattern MAJOR = Pattern.compile("(\\d+)");

  @Override
  public String name() {
    return "introspection";
  }

  @Override
  public void run(Report report) throws Exception {
    // SchemaCrawler tells a console of every step; in the program it goes to the log file's level.
    LogManager.getLogManager().reset();
    Optional<Integer> dump = dumpMajor();
    for (TestServer server : TestServers.everyVersion().toList()) {
      for (int tables : TABLES) {
        row(report, server, tables, dump);
      }
    }
  }

  private static void row(Report report, TestServer server, int tables, Optional<Integer> dump)
      throws Exception {
    Loaded loaded = load(server, tables);
    Cost read = Cost.of(() -> loaded.schema = read(loaded.database.source()));
    Cost bare = Cost.of(loaded::replay);
    report.row(
        server + ", " + tables + " tables, " + loaded.schema().relations().size() + " keys",
        read.millis() / 1000,
        "s",
        tables == 500 ? "≤ 2 s" : tables == 2_000 ? "≤ 6 s" : "",
        read.cpu()
            + "; "
            + loaded.schema().origin().statementsRun()
            + " statements; against the bare queries "
            + read.against(bare)
            + againstDump(loaded, server, dump, read));
  }

  private static String againstDump(
      Loaded loaded, TestServer server, Optional<Integer> dump, Cost read) throws Exception {
    if (server.product() != Product.POSTGRESQL) {
      return "";
    }
    String what = "; against pg_dump --schema-only ";
    if (dump.isEmpty()) {
      return what + "(not on this machine)";
    }
    return dump.get() < major(server.version())
        ? what + "(pg_dump " + dump.get() + " refuses the newer server)"
        : what + read.against(Cost.of(loaded::dump));
  }

  /**
   * What a piece of work costs.
   *
   * @param millis by the clock
   * @param spent processor time, of a round
   */
  private record Cost(double millis, CpuTime spent) {
    private static final int ROUNDS = 3;

    static Cost of(Timing.Work work) throws Exception {
      work.run();
      CpuTime start = CpuTime.now();
      double millis = Timing.medianMillis(0, ROUNDS, work);
      CpuTime all = CpuTime.now().since(start);
      return new Cost(millis, new CpuTime(all.hereMillis() / ROUNDS, all.serverMillis() / ROUNDS));
    }

    double cpuSeconds() {
      return (spent.hereMillis() + spent.serverMillis()) / 1000.0;
    }

    String cpu() {
      return String.format(
          Locale.ROOT,
          "CPU %.2f s here, %.2f s server",
          spent.hereMillis() / 1000.0,
          spent.serverMillis() / 1000.0);
    }

    String against(Cost other) {
      return String.format(
          Locale.ROOT,
          "×%.1f (CPU ×%.1f)",
          millis / other.millis,
          cpuSeconds() / Math.max(other.cpuSeconds(), 0.01));
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
