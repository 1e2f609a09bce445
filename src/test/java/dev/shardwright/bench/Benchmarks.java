package dev.shardwright.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** Runs the benchmarks and prints one table: all, or those whose name starts with an argument. */
public final class Benchmarks {
  /** A new benchmark is one class and one line here; the table keeps this order. */
  public static final List<Benchmark> ALL =
      List.of(
          new PlanBenchmark(),
          new ExportBenchmark(),
          new ProgramStartBenchmark(),
          new OpenBenchmark(),
          new LayoutBenchmark(),
          new PaperBenchmark(),
          new ReportBenchmark(),
          new FrameBenchmark(),
          new DiagramBenchmark(),
          new IntrospectionBenchmark(),
          new DataBenchmark());

  private Benchmarks() {}

  public static void main(String[] prefixes) {
    var report = new Report();
    String machine = machine();
    boolean failed = false;
    for (Benchmark benchmark : ALL) {
      if (wanted(benchmark, prefixes)) {
        System.out.println("measuring " + benchmark.name() + " …");
        failed |= !ran(benchmark, report);
      }
    }
    System.out.println();
    System.out.println(machine + String.format(Locale.ROOT, ", %.1f after", load()));
    System.out.println();
    System.out.println(report);
    // Servers and toolkits started by a benchmark may have left threads behind.
    System.exit(failed ? 1 : 0);
  }

  private static boolean wanted(Benchmark benchmark, String... prefixes) {
    return prefixes.length == 0
        || List.of(prefixes).stream().anyMatch(prefix -> benchmark.name().startsWith(prefix));
  }

  /** One benchmark that fails must not cost the figures of the others. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  private static boolean ran(Benchmark benchmark, Report report) {
    try {
      benchmark.run(report);
      return true;
    } catch (Exception e) {
      e.printStackTrace();
      report.missing(benchmark.name(), "failed: " + e);
      return false;
    }
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "%s %s, %d cores, %,d MB heap, %s %s; load %.1f before",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        load());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
