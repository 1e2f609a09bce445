package dev.shardwright.bench;

import dev.shardwright.classify.Decisions;
import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.Exports;
import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedDdl;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.LogManager;

/**
 * The three schema files of a plan over a schema that a server holds, and the whole way there from
 * the server, beside the engine's own dump of the structure.
 */
public final class ExportBenchmark implements Benchmark {
  private static final int TABLES = Integer.getInteger("bench.export.tables", 3_000);
  private static final long SEED = 7;
  private static final List<String> FILES =
      List.of("shard_schema.sql", "neutral_schema.sql", "dispatch_schema.sql");

  @Override
  public String name() {
    return "export";
  }

  /** A server that is lost costs its own rows only. */
  @Override
  public void run(Report report) throws Exception {
    // SchemaCrawler tells a console of every step; in the program it goes to the log file's level.
    LogManager.getLogManager().reset();
    for (TestServer server : TestServers.all().toList()) {
      try {
        measure(report, server);
      } catch (Exception e) {
        report.missing("Schema files on " + server, "failed: " + e);
      }
    }
  }

  private static void measure(Report report, TestServer server) throws Exception {
    System.out.println("  making " + TABLES + " tables on " + server + " …");
    Schema made = GeneratedSchemas.of(TABLES, SEED);
    TestDatabase database =
        server.newDatabase().with(GeneratedDdl.of(made, server.product()).toArray(String[]::new));
    Plan plan = plan(database);
    String what = "Schema files of " + TABLES + " tables on " + server;
    // the first time is what a user waits
    Measured cold = Measured.of(0, 1, () -> write(plan));
    report.row(what + ", first time", cold.seconds(), "s", "< 5 s", cold.cpu());
    Measured warm = Measured.of(2, 3, () -> write(plan));
    report.row(what + ", again", warm.seconds(), "s", "< 5 s", warm.cpu());
    Measured whole = Measured.of(1, 3, () -> write(plan(database)));
    report.row("  read, planned and written", whole.seconds(), "s", "", whole.cpu());
    Optional<Path> program = StructureDump.program(server);
    if (program.isEmpty()) {
      report.missing("  its own dump of the structure", "no program on this machine");
      return;
    }
    StructureDump dump = StructureDump.of(program.get(), server, database);
    Measured theirs = Measured.of(1, 3, dump::run);
    report.row("  " + dump.title(), theirs.seconds(), "s", "", theirs.cpu());
    report.row(
        "  read, planned and written against it",
        whole.seconds() / theirs.seconds(),
        "times",
        "",
        "CPU × %.1f".formatted(whole.cpuSeconds() / Math.max(theirs.cpuSeconds(), 0.01)));
  }

  /** Clock and processor time of one round. */
  private record Measured(double seconds, CpuTime spent) {
    static Measured of(int warmUps, int rounds, Timing.Work work) throws Exception {
      for (int i = 0; i < warmUps; i++) {
        work.run();
      }
      CpuTime start = CpuTime.now();
      double millis = Timing.medianMillis(0, rounds, work);
      CpuTime all = CpuTime.now().since(start);
      return new Measured(
          millis / 1000, new CpuTime(all.hereMillis() / rounds, all.serverMillis() / rounds));
    }

    double cpuSeconds() {
      return (spent.hereMillis() + spent.serverMillis()) / 1000.0;
    }

    String cpu() {
      return String.format(
          Locale.ROOT,
          "CPU %.2f s here, %.2f s in servers and programs",
          spent.hereMillis() / 1000.0,
          spent.serverMillis() / 1000.0);
    }
  }

  private static void write(Plan plan) {
    for (String file : FILES) {
      if (Exports.preview(plan, ExportOptions.DEFAULT, file).isEmpty()) {
        throw new IllegalStateException(file + " is empty");
      }
    }
  }

  private static Plan plan(TestDatabase database) {
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Schema read =
          Introspector.read(session, database.source().schemas(), "bench", Progress.SILENT);
      TableName root =
          read.tables().stream()
              .map(Table::name)
              .filter(name -> name.name().equals(GeneratedSchemas.ROOT.name()))
              .findFirst()
              .orElseThrow();
      return Plan.of(read, Decisions.root(root), Evidence.NONE);
    }
  }
}
