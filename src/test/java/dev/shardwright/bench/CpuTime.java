package dev.shardwright.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time spent so far, which other work on the machine does not change as it does the wall
 * clock.
 *
 * @param hereMillis by this program
 * @param serverMillis by the programs it started, those that ended included; 0 where the system
 *     does not tell as Linux does
 */
record CpuTime(long hereMillis, long serverMillis) {
  private static final long MILLIS_PER_TICK = 10;

  /** Fields of {@code /proc/PID/stat} after the name: own and waited-for children's time. */
  private static final int FIRST_FIELD = 11;

  private static final int FIELDS = 4;

  static CpuTime now() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new CpuTime(
        system.getProcessCpuTime() / 1_000_000,
        ProcessHandle.current().descendants().mapToLong(p -> millis(p, 0)).sum() + endedMillis());
  }

  /** Of programs that this one started and that ended. */
  static long endedMillis() {
    return millis(ProcessHandle.current(), 2);
  }

  CpuTime since(CpuTime start) {
    return new CpuTime(hereMillis - start.hereMillis, serverMillis - start.serverMillis);
  }

  /** The time of a process from some of the fields on; its own two come before its children's. */
  private static long millis(ProcessHandle process, int from) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(") ") + 2).split(" ", -1);
      long ticks = 0;
      for (int i = from; i < FIELDS; i++) {
        ticks += Long.parseLong(fields[FIRST_FIELD + i]);
      }
      return ticks * MILLIS_PER_TICK;
    } catch (IOException e) {
      return 0; // it has just ended, or this is no Linux
    }
  }
}
