package dev.shardwright.bench;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Diagram;
import dev.shardwright.diagram.DiagramOptions;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Layout;
import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import java.util.Map;
import java.util.TreeMap;

/** How long a layout takes, at sizes where other tools freeze. */
public final class LayoutBenchmark implements Benchmark {
  private static final Map<Integer, String> NEEDED =
      new TreeMap<>(Map.of(300, "≤ 0.3 s", 1_000, "≤ 1 s", 2_000, "≤ 2 s", 5_000, "≤ 8 s"));

  @Override
  public String name() {
    return "layout";
  }

  @Override
  public void run(Report report) throws Exception {
    Layout.warmUp();
    for (Map.Entry<Integer, String> size : NEEDED.entrySet()) {
      Plan plan =
          Plan.of(
              GeneratedSchemas.of(size.getKey(), 7),
              Decisions.root(GeneratedSchemas.ROOT),
              Evidence.NONE);
      Diagram diagram = Diagram.of(plan, DiagramOptions.atlas(size.getKey()));
      double millis =
          Timing.medianMillis(2, 3, () -> Layout.of(diagram, Layout.PAGE, Progress.SILENT));
      Drawing drawing = Layout.of(diagram, Layout.PAGE, Progress.SILENT);
      String note =
          "%d lines, %d badges".formatted(drawing.wires().size(), drawing.badged().size());
      report.row(
          "layout of " + size.getKey() + " tables", millis / 1000, "s", size.getValue(), note);
    }
  }
}
