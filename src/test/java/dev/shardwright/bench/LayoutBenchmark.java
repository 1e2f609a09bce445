package dev.shardwright.bench;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Diagram;
import dev.shardwright.diagram.DiagramOptions;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Emphasis;
import dev.shardwright.diagram.Layout;
import dev.shardwright.diagram.Painter;
import dev.shardwright.diagram.Theme;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.TreeMap;

/** How long a layout and a frame take, at sizes where other tools freeze. */
public final class LayoutBenchmark implements Benchmark {
  private static final Map<Integer, String> NEEDED =
      new TreeMap<>(Map.of(300, "≤ 0.3 s", 1_000, "≤ 1 s", 2_000, "≤ 2 s", 5_000, "≤ 8 s"));
  private static final int FRAMES = 15;

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
      if (size.getKey() == 2_000) {
        frames(report, drawing);
      }
    }
  }

  private static void frames(Report report, Drawing drawing) throws Exception {
    Area all = drawing.bounds();
    BufferedImage screen = new BufferedImage(1600, 1000, BufferedImage.TYPE_INT_ARGB_PRE);
    double whole = Viewport.fit(all, 1600, 1000, 30).scale();
    for (double scale : new double[] {1, 0.4, whole}) {
      Viewport view = Viewport.centered(all.centerX(), all.centerY(), scale, 1600, 1000);
      double millis =
          Timing.medianMillis(
              5,
              FRAMES,
              () -> {
                Graphics2D g = screen.createGraphics();
                Painter.paint(g, drawing, Theme.LIGHT, view, Emphasis.NONE);
                g.dispose();
              });
      String name = "frame of 1600 × 1000 at %.2f".formatted(scale);
      report.row(name, millis, "ms", "≤ 25 ms", "2,000 tables, painted in the background");
    }
  }
}
