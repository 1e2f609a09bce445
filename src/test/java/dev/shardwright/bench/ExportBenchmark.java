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
import java.util.List;

/** The three schema files of a plan over a schema that a server holds. */
public final class ExportBenchmark implements Benchmark {
  private static final int TABLES = 3_000;
  private static final long SEED = 7;
  private static final List<String> FILES =
      List.of("shard_schema.sql", "neutral_schema.sql", "dispatch_schema.sql");

  @Override
  public String name() {
    return "export";
  }

  @Override
  public void run(Report report) throws Exception {
    for (TestServer server : TestServers.all().toList()) {
      Plan plan = plan(server);
      // the first time is what a user waits
      double cold = Timing.medianMillis(0, 1, () -> write(plan));
      double warm = Timing.medianMillis(2, 3, () -> write(plan));
      String what = "Schema files of " + TABLES + " tables on " + server;
      report.row(what + ", first time", cold / 1000, "s", "< 5 s", "");
      report.row(what + ", again", warm / 1000, "s", "< 5 s", "");
    }
  }

  private static void write(Plan plan) {
    for (String file : FILES) {
      if (Exports.preview(plan, ExportOptions.DEFAULT, file).isEmpty()) {
        throw new IllegalStateException(file + " is empty");
      }
    }
  }

  private static Plan plan(TestServer server) throws Exception {
    Schema made = GeneratedSchemas.of(TABLES, SEED);
    TestDatabase database =
        server.newDatabase().with(GeneratedDdl.of(made, server.product()).toArray(String[]::new));
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
