package dev.shardwright.bench;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.util.Random;

/** The derivation of a plan with all checks, at the sizes that the promise names. */
public final class PlanBenchmark implements Benchmark {
  private static final int WARM = 10;

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public void run(Report report) {
    measure(report, 1_000, 3_000, 0.05);
    measure(report, 20_000, 60_000, 3);
  }

  private static void measure(Report report, int tables, int relations, double needed) {
    Schema schema = schema(tables, relations);
    Decisions root = Decisions.root(new TableName("public", "t0"));
    double best = Double.MAX_VALUE;
    for (int i = 0; i < WARM; i++) {
      long start = System.nanoTime();
      Plan plan = Plan.of(schema, root, Evidence.NONE);
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
      if (plan.classification().marks().size() != tables) {
        throw new IllegalStateException("tables were lost");
      }
    }
    report.row(
        "Plan.of with all checks, %,d tables, %,d keys".formatted(tables, relations),
        best * 1000,
        "ms",
        "≤ %.0f ms".formatted(needed * 1000),
        "best of " + WARM);
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
