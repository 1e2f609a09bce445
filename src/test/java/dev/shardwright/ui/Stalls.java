package dev.shardwright.ui;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * How long the window's thread is not to be had, in milliseconds of its own CPU time: other work on
 * the machine does not count.
 *
 * <p>Somebody knocks every 2 ms; what the thread computed between two knocks is how long a key or a
 * click would have waited. Between two frames there may be several such pieces, and the copy of the
 * picture that the platform without a screen makes pixel by pixel.
 */
final class Stalls extends AnimationTimer implements AutoCloseable {
  private final ScheduledExecutorService knocking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("knocking").factory());
  private final Gap knocks = new Gap();
  private final Gap frames = new Gap();

  Stalls() {
    var _ =
        knocking.scheduleAtFixedRate(
            () -> Platform.runLater(knocks::ends), 0, 2, TimeUnit.MILLISECONDS);
    start();
  }

  /** Forgets what was; on the window's thread. */
  void reset() {
    knocks.reset();
    frames.reset();
  }

  @Override
  public void handle(long now) {
    frames.ends();
  }

  /** The longest wait for an answer. */
  double longestMillis() {
    return knocks.longestMillis;
  }

  /** The most that was computed from one frame to the next. */
  double longestFrameMillis() {
    return frames.longestMillis;
  }

  @Override
  public void close() {
    knocking.shutdownNow();
    stop();
  }

  /** From one moment to the next, on the window's thread. */
  private static final class Gap {
    private long lastNanos;
    private double longestMillis;

    void reset() {
      lastNanos = 0;
      longestMillis = 0;
    }

    void ends() {
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      if (lastNanos > 0) {
        longestMillis = Math.max(longestMillis, (nanos - lastNanos) / 1e6);
      }
      lastNanos = nanos;
    }
  }
}
