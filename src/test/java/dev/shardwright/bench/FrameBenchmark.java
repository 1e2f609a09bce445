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
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How long whole frames of 1600 × 1000 take while one pans and zooms over 2,000 tables: nothing is
 * reused from the frame before.
 */
public final class FrameBenchmark implements Benchmark {
  private static final int TABLES = 2_000;
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;
  private static final int WARM_UP = 10;
  private static final int FRAMES = 40;
  private static final double PAN_PX = 97;
  private static final double ZOOM = 1.02;

  @Override
  public String name() {
    return "frames";
  }

  @Override
  public void run(Report report) throws Exception {
    Plan plan =
        Plan.of(
            GeneratedSchemas.of(TABLES, 7), Decisions.root(GeneratedSchemas.ROOT), Evidence.NONE);
    Drawing drawing =
        Layout.of(Diagram.of(plan, DiagramOptions.atlas(TABLES)), Layout.PAGE, Progress.SILENT);
    double whole = Viewport.fit(drawing.bounds(), WIDTH, HEIGHT, 30).scale();
    for (double scale : new double[] {1, 0.7, 0.55, 0.4, 0.21, 0.12, whole}) {
      measure(report, drawing, scale, Emphasis.NONE);
    }
    for (double scale : new double[] {1, 0.4, whole}) {
      measure(report, drawing, scale, Emphasis.select(Set.of(hub(plan))));
    }
  }

  /** The table that most keys lead to. */
  private static TableName hub(Plan plan) {
    return plan.schema().tables().stream()
        .map(Table::name)
        .max(Comparator.comparingInt(t -> plan.graph().toChildren(t).size()))
        .orElseThrow();
  }

  private static void measure(Report report, Drawing drawing, double scale, Emphasis emphasis) {
    BufferedImage screen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    List<Viewport> path = path(drawing.bounds(), scale);
    path.stream().limit(WARM_UP).forEach(v -> paint(screen, drawing, v, emphasis));
    Spread clock = new Spread();
    Spread cpu = new Spread();
    for (Viewport view : path) {
      long startCpu = Spread.cpuNanos();
      long start = System.nanoTime();
      paint(screen, drawing, view, emphasis);
      clock.add(System.nanoTime() - start);
      cpu.add(Spread.cpuNanos() - startCpu);
    }
    String note =
        String.format(
            Locale.ROOT,
            "95th %.1f ms (≤ 50 ms); of CPU %.1f and %.1f ms",
            clock.millis(0.95),
            cpu.millis(0.5),
            cpu.millis(0.95));
    report.row(
        String.format(
            Locale.ROOT,
            "frame at scale %.2f%s",
            scale,
            emphasis.selected().isEmpty() ? "" : ", a hub of hundreds of keys selected"),
        clock.millis(0.5),
        "ms",
        "≤ 25 ms",
        note);
  }

  /** Frames of a walk: as many moved to the side as made larger. */
  private static List<Viewport> path(Area all, double scale) {
    List<Viewport> path = new ArrayList<>();
    Viewport view =
        Viewport.centered(
            all.x() + all.width() * 0.4, all.y() + all.height() * 0.4, scale, WIDTH, HEIGHT);
    for (int i = 0; i < FRAMES; i++) {
      view =
          i % 2 == 0
              ? view.panned(i % 4 == 0 ? PAN_PX : -PAN_PX, PAN_PX / 3)
              : view.zoomed(i % 4 == 1 ? ZOOM : 1 / ZOOM, WIDTH / 3.0, HEIGHT / 3.0);
      path.add(view);
    }
    return path;
  }

  private static void paint(
      BufferedImage screen, Drawing drawing, Viewport view, Emphasis emphasis) {
    Graphics2D g = screen.createGraphics();
    Painter.paint(g, drawing, Theme.LIGHT, view, emphasis);
    g.dispose();
  }
}
