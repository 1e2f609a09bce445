package dev.shardwright.bench;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Diagram;
import dev.shardwright.diagram.DiagramOptions;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Layout;
import dev.shardwright.diagram.Link;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Wire;
import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How long a layout takes, at sizes where other tools freeze. */
public final class LayoutBenchmark implements Benchmark {
  private static final Map<Integer, String> NEEDED =
      new TreeMap<>(Map.of(300, "≤ 0.3 s", 1_000, "≤ 1 s", 2_000, "≤ 2 s", 5_000, "≤ 8 s"));

  private static final int DOT_SECONDS = 60;

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
      quality(report, size.getKey(), drawing);
      compare(report, size.getKey(), diagram, drawing);
    }
  }

  /** A badge hides a line: both figures are told, without them and with each as a straight line. */
  private static void quality(Report report, int tables, Drawing drawing) {
    Lines drawn = new Lines();
    Lines all = new Lines();
    for (Wire wire : drawing.wires()) {
      double[] xy = new double[2 * wire.points().size()];
      for (int i = 0; i < wire.points().size(); i++) {
        xy[2 * i] = wire.points().get(i).x() - drawing.bounds().x();
        xy[2 * i + 1] = wire.points().get(i).y() - drawing.bounds().y();
      }
      drawn.polyline(xy);
      all.polyline(xy);
    }
    for (Link link : drawing.badged()) {
      Placed parent = drawing.box(link.parent()).orElseThrow();
      Placed child = drawing.box(link.child()).orElseThrow();
      all.polyline(
          parent.area().right() - drawing.bounds().x(),
          parent.rowY(link.parentRow()) - drawing.bounds().y(),
          child.area().x() - drawing.bounds().x(),
          child.rowY(link.childRow()) - drawing.bounds().y());
    }
    String name = tables + " tables: ";
    double aspect = drawing.bounds().width() / drawing.bounds().height();
    String shape = "width by height 1 : %.2f".formatted(1 / aspect);
    report.row(name + "crossings of what is drawn", drawn.crossings(), "", "", shape);
    report.row(name + "length of what is drawn", drawn.length(), "px", "", "");
    report.row(name + "crossings with every badge as a line", all.crossings(), "", "", "");
    report.row(name + "length with every badge as a line", all.length(), "px", "", "");
  }

  private static void compare(Report report, int tables, Diagram diagram, Drawing drawing)
      throws Exception {
    String name = tables + " tables, dot: ";
    if (!Dot.installed()) {
      report.missing(name, "Graphviz is not installed");
      return;
    }
    Optional<Dot.Result> dot = Dot.layout(diagram, drawing, DOT_SECONDS);
    if (dot.isEmpty()) {
      report.missing(name, "not ready after " + DOT_SECONDS + " s");
      return;
    }
    Dot.Result result = dot.get();
    String shape = "width by height 1 : %.2f".formatted(1 / result.aspect());
    report.row(name + "time", result.seconds(), "s", "", "same boxes, all lines drawn");
    report.row(name + "crossings", result.lines().crossings(), "", "", shape);
    report.row(name + "length", result.lines().length(), "px", "", "");
  }
}
