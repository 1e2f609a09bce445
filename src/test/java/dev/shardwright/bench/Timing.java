package dev.shardwright.bench;

import java.util.Arrays;

/** Measures one piece of work by the wall clock, after warming up, as the median of some rounds. */
public final class Timing {
  private Timing() {}

  /** The work that is measured. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** The median of the rounds in milliseconds; the warm-up rounds do not count. */
  public static double medianMillis(int warmUps, int rounds, Work work) throws Exception {
    for (int i = 0; i < warmUps; i++) {
      work.run();
    }
    var millis = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      work.run();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[rounds / 2];
  }
}
