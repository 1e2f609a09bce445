package dev.shardwright.bench;

import dev.shardwright.export.ExportOptions;
import dev.shardwright.model.Product;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Two million rows out of a database, beside the engine's own dump in the same form, in a JVM of
 * 256 MB that has just started as the packages start it; then loaded by the engine's own client,
 * whose answer tells whether all came back.
 */
public final class DataBenchmark implements Benchmark {
  private static final int ROWS = Integer.getInteger("bench.rows", 2_000_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);

  /** Enough that reading and writing go on at once. */
  private static final int REHEARSED_ROWS = 20_000;

  /**
   * What a server in use has: its manual advises a quarter of the machine's memory ("Resource
   * Consumption"). In the 64 MB of a throwaway server no page stays from one export to the next,
   * which costs those more who read in the order of the key.
   */
  private static final List<String> IN_USE = List.of("shared_buffers=1GB");

  private static final File NOTHING = new File("/dev/null");

  /** One server alone with {@code -Dbench.server=MySQL}. */
  private static final String SERVERS = System.getProperty("bench.server", "");

  @Override
  public String name() {
    return "data";
  }

  @Override
  public void run(Report report) throws Exception {
    String pgDump = System.getenv("SHARDWRIGHT_PGDUMP");
    TestServer postgres =
        pgDump == null
            ? TestServers.postgres14(IN_USE).orElseThrow() // the newest that Debian's pg_dump reads
            : TestServers.postgres(IN_USE);
    String dump = pgDump == null ? "pg_dump" : pgDump;
    Path folder = Files.createTempDirectory("shardwright-bench");
    try {
      PackagedJvm jvm = PackagedJvm.in(folder);
      rehearse(jvm, postgres, folder.resolve("rehearsed"));
      measure(report, jvm, postgres, ExportOptions.Data.COPY, dump);
      measure(report, jvm, postgres, ExportOptions.Data.INSERT, dump);
      mySqlFamily(report, jvm);
    } finally {
      delete(folder);
    }
  }

  /**
   * As the packages are made: with rows of PostgreSQL alone, whose server they carry. What the JVM
   * says of its cache goes into a file: a whole class path.
   */
  private static void rehearse(PackagedJvm jvm, TestServer postgres, Path to) throws Exception {
    run(
        export(jvm.rehearsing(), ExportOptions.Data.INSERT, to),
        Access.to(filled(postgres, REHEARSED_ROWS)),
        NOTHING,
        ProcessBuilder.Redirect.to(to.resolveSibling("said").toFile()));
  }

  private static void mySqlFamily(Report report, PackagedJvm jvm) throws Exception {
    String mariaDbDump =
        System.getenv().getOrDefault("SHARDWRIGHT_MARIADBDUMP", "/usr/bin/mariadb-dump");
    if (Files.exists(Path.of(mariaDbDump))) {
      measure(report, jvm, TestServers.mariaDb(), ExportOptions.Data.INSERT, mariaDbDump);
    } else {
      report.missing(
          "rows of MariaDB",
          "no mariadb-dump (Debian's mariadb-client); SHARDWRIGHT_MARIADBDUMP names one");
    }
    String mysqld = System.getenv("SHARDWRIGHT_MYSQLD");
    if (mysqld == null) {
      report.missing("rows of MySQL", "SHARDWRIGHT_MYSQLD names no server");
      return;
    }
    Path program = Path.of(mysqld).resolveSibling("mysqldump");
    measure(report, jvm, TestServers.mySql(), ExportOptions.Data.INSERT, program.toString());
  }

  private static void measure(
      Report report, PackagedJvm jvm, TestServer server, ExportOptions.Data form, String dump)
      throws Exception {
    if (!server.toString().startsWith(SERVERS)) {
      return;
    }
    Path folder = Files.createTempDirectory("shardwright-bench");
    try {
      TestDatabase database = filled(server, ROWS);
      Access access = Access.to(database);
      Cost theirs = Cost.NONE;
      Cost ours = Cost.NONE;
      double[] ratios = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        Cost dumped =
            Cost.of(() -> access.dumped(server, dump, form, folder.resolve("theirs.sql")));
        delete(folder.resolve("ours")); // a second export would compare its files with the first's
        Cost exported =
            Cost.of(() -> run(export(jvm.starting(), form, folder.resolve("ours")), access));
        ratios[round] = exported.seconds() / dumped.seconds();
        theirs = theirs.or(dumped);
        ours = ours.or(exported);
      }
      Arrays.sort(ratios);
      report.row(
          "%s, %,d rows as %s".formatted(server, ROWS, form),
          ours.seconds(),
          "s",
          "",
          "-Xmx256m, start-up cache: " + ours.told());
      // the middle one: neighbours may slow a machine down for seconds, on one side of a ratio only
      report.row(
          "  against " + Path.of(dump).getFileName(),
          ratios[ROUNDS / 2],
          "times",
          "≤ 1.2",
          "median of %d rounds, %.2f to %.2f; the best %s"
              .formatted(ROUNDS, ratios[0], ratios[ROUNDS - 1], theirs.told(ours)));
      loadedBack(report, server, folder.resolve("ours"), dump);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * The best of some rounds.
   *
   * @param seconds by the clock
   * @param cpuSeconds of the program without the server
   */
  private record Cost(double seconds, double cpuSeconds, String note) {
    static final Cost NONE = new Cost(Double.MAX_VALUE, Double.MAX_VALUE, "");

    /** Work that says nothing is measured from its start to its end, ours says it of itself. */
    static Cost of(Callable<List<String>> work) throws Exception {
      long before = CpuTime.endedMillis();
      long start = System.nanoTime();
      List<String> told = work.call();
      double seconds = (System.nanoTime() - start) / 1e9;
      return told.isEmpty()
          ? new Cost(seconds, (CpuTime.endedMillis() - before) / 1e3, "")
          : new Cost(Double.parseDouble(told.get(0)), Double.parseDouble(told.get(1)), told.get(2));
    }

    Cost or(Cost other) {
      return new Cost(
          Math.min(seconds, other.seconds),
          Math.min(cpuSeconds, other.cpuSeconds),
          other.note.isEmpty() ? note : other.note);
    }

    String told() {
      return "%s, %.1f s of CPU".formatted(note, cpuSeconds);
    }

    String told(Cost ours) {
      return "%.2f s (%.2f times that), %.1f s of CPU (%.2f times that)"
          .formatted(seconds, ours.seconds / seconds, cpuSeconds, ours.cpuSeconds / cpuSeconds);
    }
  }

  private static TestDatabase filled(TestServer server, int rows) throws SQLException {
    boolean mysql = server.product().isMySqlFamily();
    TestDatabase database = server.newDatabase();
    try (Connection connection = database.owner();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE clients (id integer PRIMARY KEY)");
      statement.execute(
          "CREATE TABLE log (id bigint PRIMARY KEY, name varchar(60) NOT NULL, note text, amount"
              + " decimal(12,2), at timestamp NOT NULL, flag boolean, code integer NOT NULL)");
      String text = mysql ? "CONCAT('name ''', n, ''' of many')" : "'name ''' || n || ''' of many'";
      String values =
          "SELECT n, "
              + text
              + ", CASE WHEN n % 10 = 0 THEN NULL ELSE REPEAT('words and words ', 4) END, n / 7.0,"
              + " TIMESTAMP '2026-01-01 00:00:00', n % 2 = 0, n % 1000 FROM ";
      if (mysql) {
        statement.execute(
            server.product() == Product.MYSQL
                ? "SET SESSION cte_max_recursion_depth = 10000"
                : "SET SESSION max_recursive_iterations = 10000");
        for (int from = 0; from < rows; from += 10_000) {
          statement.execute(
              "INSERT INTO log WITH RECURSIVE s (n) AS (SELECT "
                  + (from + 1)
                  + " UNION ALL SELECT n + 1 FROM s WHERE n < "
                  + (from + 10_000)
                  + ") "
                  + values
                  + "s");
        }
      } else {
        statement.execute("INSERT INTO log " + values + "generate_series(1, " + rows + ") n");
        statement.execute("VACUUM ANALYZE log");
      }
    }
    return database;
  }

  private static List<String> export(List<String> starting, ExportOptions.Data form, Path folder) {
    List<String> command = new ArrayList<>(starting);
    command.add(1, "-Xmx256m");
    command.addAll(List.of(DataExportOnce.class.getName(), form.name(), folder.toString()));
    return command;
  }

  /** Loads the files with psql or mysql; the data file's own check at its end must say ok. */
  private static void loadedBack(Report report, TestServer server, Path folder, String dump)
      throws Exception {
    TestDatabase target = server.newDatabase();
    Access access = Access.to(target);
    long start = System.nanoTime();
    String answers = "";
    for (String file : List.of("neutral_schema.sql", "neutral_data.sql")) {
      answers +=
          String.join(
              "\n",
              run(
                  access.client(server, dump),
                  access,
                  folder.resolve(file).toFile(),
                  ProcessBuilder.Redirect.INHERIT));
    }
    boolean ok = answers.contains("ok") && !answers.contains("DIFFERENT");
    report.row(
        "  loaded back",
        (System.nanoTime() - start) / 1e9,
        "s",
        "equal",
        ok ? "count and checksum equal" : "NOT EQUAL: " + answers);
  }

  /** How programs reach a database; the password never stands on a command line. */
  private record Access(
      String url, String host, int port, String user, String password, String database) {
    static Access to(TestDatabase database) {
      String url = database.source().url();
      URI uri = URI.create(url.substring("jdbc:".length()));
      return new Access(
          url,
          uri.getHost(),
          uri.getPort(),
          database.source().user().orElseThrow(),
          database.source().password().reveal(),
          database.name());
    }

    List<String> dumped(TestServer server, String program, ExportOptions.Data form, Path to)
        throws IOException, InterruptedException {
      return run(dump(server, program, form, to), this);
    }

    private List<String> dump(TestServer server, String program, ExportOptions.Data form, Path to) {
      List<String> command = new ArrayList<>(List.of(program, "--host=" + host, "--port=" + port));
      if (server.product() == Product.POSTGRESQL) {
        command.addAll(List.of("--username=" + user, "-a", "-t", "log", "--file=" + to));
        if (form == ExportOptions.Data.INSERT) {
          command.add("--rows-per-insert=500");
        }
        command.add(database);
      } else {
        command.addAll(
            List.of(
                "--user=" + user,
                "--single-transaction",
                "--no-create-info",
                "--no-tablespaces",
                "--result-file=" + to,
                database,
                "log"));
        if (server.product() == Product.MYSQL) {
          command.add(1, "--set-gtid-purged=OFF");
        }
      }
      return command;
    }

    List<String> client(TestServer server, String dump) {
      return server.product() == Product.POSTGRESQL
          ? List.of(
              "psql",
              "-X",
              "-q",
              "-A",
              "-t",
              "-v",
              "ON_ERROR_STOP=1",
              "-h",
              host,
              "-p",
              String.valueOf(port),
              "-U",
              user,
              "-d",
              database)
          : List.of(
              Path.of(dump)
                  .resolveSibling(server.product() == Product.MYSQL ? "mysql" : "mariadb")
                  .toString(),
              "--host=" + host,
              "--port=" + port,
              "--user=" + user,
              database);
    }
  }

  private static List<String> run(List<String> command, Access access)
      throws IOException, InterruptedException {
    return run(command, access, NOTHING, ProcessBuilder.Redirect.INHERIT);
  }

  private static List<String> run(
      List<String> command, Access access, File input, ProcessBuilder.Redirect errors)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectInput(input).redirectError(errors);
    builder.environment().put("PGPASSWORD", access.password());
    builder.environment().put("MYSQL_PWD", access.password());
    builder.environment().put("BENCH_URL", access.url());
    builder.environment().put("BENCH_USER", access.user());
    builder.environment().put("BENCH_PASSWORD", access.password());
    Process process = builder.start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(
          String.format(Locale.ROOT, "%s ended with %d", command.getFirst(), process.exitValue()));
    }
    return answer.lines().toList();
  }
}
