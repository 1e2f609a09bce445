package dev.shardwright.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Many measured times, of which the middle and the slow end matter. */
final class Spread {
  private final List<Long> nanos = new ArrayList<>();

  /** What the present thread has used of the CPU. */
  static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  void add(long measuredNanos) {
    nanos.add(measuredNanos);
  }

  /**
   * The time that a share of all stays below, in milliseconds.
   *
   * @param share 0.5 for the median
   */
  double millis(double share) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    int at = (int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size()));
    return sorted.isEmpty() ? 0 : sorted.get(at) / 1e6;
  }
}
