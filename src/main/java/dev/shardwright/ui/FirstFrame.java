package dev.shardwright.ui;

import java.lang.management.ManagementFactory;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the log what the start cost until the first frame stood on the screen. */
final class FirstFrame implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(FirstFrame.class);

  private final Scene scene;
  private int pulses;

  private FirstFrame(Scene scene) {
    this.scene = scene;
  }

  static void watch(Scene scene) {
    scene.addPostLayoutPulseListener(new FirstFrame(scene));
  }

  /** A frame is painted after its pulse; the second pulse finds it done. */
  @Override
  public void run() {
    pulses++;
    if (pulses < 2) {
      Platform.requestNextPulse();
      return;
    }
    scene.removePostLayoutPulseListener(this);
    long wall = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    LOG.info("first frame: {} ms CPU, {} ms clock", cpuMillis(), wall);
  }

  /** Of all threads of the program, as the system counts it. */
  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().map(d -> d.toMillis()).orElse(0L);
  }
}
