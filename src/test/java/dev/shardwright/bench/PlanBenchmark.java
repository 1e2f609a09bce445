package dev.shardwright.bench;

import dev.shardwright.classify.Anchors;
import dev.shardwright.classify.Classification;
import dev.shardwright.classify.Classified;
import dev.shardwright.classify.Classifier;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** The derivation of a plan with all checks, at the sizes that the promise names. */
public final class PlanBenchmark implements Benchmark {
  /** Rounds until the code is warm; large plans need fewer. */
  private static final int TABLES_IN_ALL = 300_000;

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public void run(Report report) {
    measure(report, 1_000, 3_000, 0.01, 0.06);
    measure(report, 20_000, 60_000, 1, 4);
  }

  /** Colours alone, and the whole plan with the findings of all checks. */
  private static void measure(
      Report report, int tables, int relations, double colours, double whole) {
    Schema schema = schema(tables, relations);
    colours(report, schema, colours);
    plan(report, schema, whole);
  }

  private static void colours(Report report, Schema schema, double needed) {
    TableName root = new TableName("public", "t0");
    List<TableName> names = schema.tables().stream().map(Table::name).toList();
    Map<TableName, Table> tables = schema.byName();
    measure(
        report,
        "Graph, colours, reasons, ownership, anchors",
        schema,
        needed,
        () -> {
          SchemaGraph graph = SchemaGraph.of(names, schema.relations());
          Classified classified = Classifier.classify(graph, root, Decisions.NONE, r -> true);
          Classification told = classified.classification();
          Anchors.of(classified.graph(), told.tables(Kind.CLIENT), tables, r -> true);
          return told;
        });
  }

  private static void plan(Report report, Schema schema, double needed) {
    Decisions root = Decisions.root(new TableName("public", "t0"));
    measure(
        report,
        "Plan.of with all checks",
        schema,
        needed,
        () -> Plan.of(schema, root, Evidence.NONE).classification());
  }

  private static void measure(
      Report report, String what, Schema schema, double needed, Supplier<Classification> step) {
    int rounds = Math.max(5, TABLES_IN_ALL / schema.tables().size());
    double best = Double.MAX_VALUE;
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      Classification told = step.get();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
      if (told.marks().size() != schema.tables().size()) {
        throw new IllegalStateException("tables were lost");
      }
    }
    report.row(
        "%s, %,d tables, %,d keys"
            .formatted(what, schema.tables().size(), schema.relations().size()),
        best * 1000,
        "ms",
        "≤ %.0f ms".formatted(needed * 1000),
        "best of " + rounds);
  }

  /**
   * Every table hangs on earlier ones, one key in four may be NULL, names are those of real life.
   */
  private static Schema schema(int tables, int relations) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    int perTable = relations / tables;
    for (int i = 0; i < tables; i++) {
      text.append("t").append(i).append("(id, name:text!, created_at:timestamp");
      for (int k = 0; i > 0 && k < perTable; k++) {
        text.append(", k").append(k).append(" -> t").append(random.nextInt(i));
        text.append(random.nextInt(4) == 0 ? "" : "!");
      }
      text.append(") ");
    }
    return Schemas.parse(text.toString());
  }
}
