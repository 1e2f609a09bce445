package dev.shardwright.ui;

import java.lang.management.ManagementFactory;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in the log what it cost until something stood on the screen, and lets begin what may begin
 * then: work before the first frame would only make the user look at nothing for longer.
 */
final class FirstFrame implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(FirstFrame.class);

  private final Scene scene;
  private final String what;
  private final Runnable then;
  private int pulses;

  private FirstFrame(Scene scene, String what, Runnable then) {
    this.scene = scene;
    this.what = what;
    this.then = then;
  }

  /**
   * Watches for the next frame.
   *
   * @param what stands on it, for the log
   */
  static void watch(Scene scene, String what, Runnable then) {
    scene.addPostLayoutPulseListener(new FirstFrame(scene, what, then));
    Platform.requestNextPulse();
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
    LOG.info("{}: {} ms CPU, {} ms clock", what, cpuMillis(), wall);
    then.run();
  }

  /** Of all threads of the program, as the system counts it. */
  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().map(d -> d.toMillis()).orElse(0L);
  }
}
