package dev.shardwright.bench;

import dev.shardwright.classify.Decisions;
import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.Exports;
import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Snapshot;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One export in a process of its own: prints its seconds and the peak of its heap. */
final class DataExportOnce {
  private DataExportOnce() {}

  public static void main(String[] args) {
    JdbcSource source =
        new JdbcSource(
            System.getenv("BENCH_URL"),
            Optional.of(System.getenv("BENCH_USER")),
            Secret.of(System.getenv("BENCH_PASSWORD")),
            List.of());
    try (Session session = Session.open(source, Progress.SILENT)) {
      Schema schema = Introspector.read(session, List.of(), "bench", Progress.SILENT);
      TableName root =
          schema.tables().stream()
              .map(t -> t.name())
              .filter(n -> n.name().equals("clients"))
              .findFirst()
              .orElseThrow();
      Plan plan = Plan.of(schema, Decisions.root(root), Evidence.NONE);
      CpuTime before = CpuTime.now();
      long start = System.nanoTime();
      Exports.write(
          plan,
          ExportOptions.DEFAULT.with(ExportOptions.Data.valueOf(args[0])),
          Path.of(args[1]),
          Set.of("neutral_schema", "neutral_data"),
          true,
          Progress.SILENT,
          Optional.of(progress -> Snapshot.beside(session, progress)));
      double seconds = (System.nanoTime() - start) / 1e9;
      long cpuMillis = CpuTime.now().since(before).hereMillis();
      System.out.println(seconds);
      long peak =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .map(MemoryPoolMXBean::getPeakUsage)
              .mapToLong(usage -> usage.getUsed())
              .sum();
      System.out.println(cpuMillis / 1e3);
      System.out.println("peak heap " + (peak >> 20) + " MB");
    }
  }
}
