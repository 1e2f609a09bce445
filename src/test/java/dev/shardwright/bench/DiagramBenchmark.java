package dev.shardwright.bench;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.ui.Background;
import dev.shardwright.ui.diagram.DiagramPane;
import dev.shardwright.ui.diagram.View;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/**
 * The diagram in a real window of 1600 × 1000: how long its thread is held up, how soon there is
 * something to see, what it keeps in memory. Run it without a screen as the tests are.
 */
public final class DiagramBenchmark implements Benchmark {
  private static final int STEPS = 60;
  private static final long PATIENCE_SECONDS = 60;

  private final ObjectProperty<Optional<Plan>> plan = new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Set<TableName>> selection = new SimpleObjectProperty<>(Set.of());

  @Override
  public String name() {
    return "diagram";
  }

  @Override
  public void run(Report report) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    DiagramPane pane = fx(this::open);
    firstPictures(report, pane);
    Plan large = plan(2_000);
    Beat loading = beat();
    show(pane, large);
    row(report, "longest gap while 2,000 tables appear", loading.end(), "≤ 50 ms");
    row(report, "longest gap while 3,000 tables appear", appearing(pane, plan(3_000)), "≤ 50 ms");
    show(pane, large);
    for (double scale : new double[] {1, 0.4, 0.1}) {
      gestures(report, pane, scale);
    }
    report.row("memory with 2,000 tables", usedMegabytes(), "MB", "≤ 150 MB", memoryNote());
  }

  private String memoryNote() {
    return "whole heap after a collection: plan, drawing, pictures, toolkit";
  }

  private DiagramPane open() {
    DiagramPane pane =
        new DiagramPane(Background.live(), plan, selection, new SimpleBooleanProperty());
    // The screen of the headless platform is 1000 × 1000: the pane reaches beyond the window.
    pane.setManaged(false);
    pane.resizeRelocate(0, 0, 1600, 1000);
    Stage stage = new Stage();
    stage.setScene(new Scene(new Pane(pane), 1000, 1000));
    stage.show();
    return pane;
  }

  private void firstPictures(Report report, DiagramPane pane) throws Exception {
    Plan sixty = plan(60);
    show(pane, plan(50));
    double millis = show(pane, sixty);
    report.row("first picture of 60 tables", millis / 1000, "s", "≤ 1 s", "from plan to picture");
    Plan thousand = plan(1_000);
    show(pane, thousand);
    focus(report, pane, thousand, thousand.schema().tables().get(500).name());
    focus(report, pane, thousand, GeneratedSchemas.ROOT);
  }

  private void focus(Report report, DiagramPane pane, Plan of, TableName table) throws Exception {
    fx(() -> {
      pane.viewProperty().set(View.ATLAS);
      return true;
    });
    await(() -> pane.drawing().boxes().size() == of.schema().tables().size());
    settle(pane);
    double millis =
        until(
            pane,
            () -> pane.focusOn(Set.of(table)),
            () -> pane.drawing().boxes().size() < of.schema().tables().size());
    int tables = pane.drawing().boxes().size();
    report.row(
        "focus view of " + tables + " of 1,000 tables",
        millis / 1000,
        "s",
        "≤ 0.3 s",
        "from click to picture");
  }

  private double[] appearing(DiagramPane pane, Plan next) throws Exception {
    Beat beat = beat();
    show(pane, next);
    return beat.end();
  }

  /** Wheel and drag, one event per frame. */
  private void gestures(Report report, DiagramPane pane, double scale) throws Exception {
    fx(() -> {
      pane.reveal(GeneratedSchemas.ROOT);
      wheel(pane, Math.log(scale / pane.scaleProperty().get()) / Math.log(1.0015), false);
      return true;
    });
    settle(pane);
    Beat beat = beat();
    CountDownLatch done = new CountDownLatch(1);
    fx(() -> {
      new AnimationTimer() {
        private int step;

        @Override
        public void handle(long now) {
          if (step++ == STEPS) {
            stop();
            done.countDown();
          } else {
            wheel(pane, step % 3 == 0 ? (step % 2 == 0 ? 40 : -40) : 30, step % 3 != 0);
          }
        }
      }.start();
      return true;
    });
    done.await();
    double[] gaps = beat.end();
    report.row(
        String.format(Locale.ROOT, "frame of gestures at scale %.1f", scale),
        beat.clock.millis(0.5),
        "ms",
        "≤ 25 ms",
        String.format(
            Locale.ROOT,
            "between pulses; 95th %.1f ms (≤ 50 ms), longest %.0f ms, of CPU %.1f ms",
            beat.clock.millis(0.95),
            gaps[0],
            gaps[1]));
  }

  private static void wheel(DiagramPane pane, double delta, boolean shift) {
    Event.fireEvent(
        pane,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            700,
            500,
            700,
            500,
            shift,
            false,
            false,
            false,
            false,
            false,
            0,
            delta,
            0,
            delta,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            new PickResult(pane, 700, 500)));
  }

  private double show(DiagramPane pane, Plan next) throws Exception {
    return until(
        pane,
        () -> {
          selection.set(Set.of());
          plan.set(Optional.of(next));
        },
        () -> pane.drawing().boxes().size() == next.schema().tables().size());
  }

  /** The milliseconds from an act until the picture of what it leads to is on the screen. */
  private double until(DiagramPane pane, Runnable act, Supplier<Boolean> there) throws Exception {
    long start = System.nanoTime();
    fx(() -> {
      act.run();
      return true;
    });
    int[] painted = {-1};
    await(() -> {
      if (painted[0] < 0 && there.get()) {
        painted[0] = pane.paintedProperty().get();
      }
      return painted[0] >= 0 && pane.paintedProperty().get() > painted[0];
    });
    double millis = (System.nanoTime() - start) / 1e6;
    settle(pane);
    return millis;
  }

  /** Waits until nothing is painted any more. */
  private static void settle(DiagramPane pane) throws Exception {
    int before = -1;
    while (before != fx(pane.paintedProperty()::get)) {
      before = fx(pane.paintedProperty()::get);
      TimeUnit.MILLISECONDS.sleep(600);
    }
  }

  private static void await(Callable<Boolean> holds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!fx(holds)) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("the diagram did not appear");
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  private static void row(Report report, String name, double[] gap, String needed) {
    report.row(
        name,
        gap[0],
        "ms",
        needed,
        String.format(Locale.ROOT, "by the clock; %.1f of CPU", gap[1]));
  }

  private static double usedMegabytes() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      runtime.gc();
      TimeUnit.MILLISECONDS.sleep(50);
      least = Math.min(least, (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }
    return least;
  }

  private static Plan plan(int tables) {
    return Plan.of(
        GeneratedSchemas.of(tables, 7), Decisions.root(GeneratedSchemas.ROOT), Evidence.NONE);
  }

  private static <T> T fx(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }

  private static Beat beat() throws Exception {
    return fx(() -> {
      Beat beat = new Beat();
      beat.start();
      return beat;
    });
  }

  /** Measures from pulse to pulse, on the window's thread. */
  private static final class Beat extends AnimationTimer {
    private final Spread clock = new Spread();
    private final Spread cpu = new Spread();
    private long lastNanos;
    private long lastCpu;

    @Override
    public void handle(long now) {
      long nanos = System.nanoTime();
      long cpuNanos = Spread.cpuNanos();
      if (lastNanos > 0) {
        clock.add(nanos - lastNanos);
        cpu.add(cpuNanos - lastCpu);
      }
      lastNanos = nanos;
      lastCpu = cpuNanos;
    }

    /** Stops and tells the longest gap in milliseconds: by the clock, of CPU. */
    double[] end() throws Exception {
      return fx(() -> {
        stop();
        return new double[] {clock.millis(1), cpu.millis(1)};
      });
    }
  }
}
