package dev.shardwright.bench;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Arrangement;
import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.report.ReportMeta;
import dev.shardwright.report.Reports;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** How long the reports of a big plan take, from the plan to the bytes, and how big they are. */
public final class ReportBenchmark implements Benchmark {
  private static final int TABLES = 1_000;
  private static final double MB = 1 << 20;

  @Override
  public String name() {
    return "report";
  }

  @Override
  public void run(Report report) throws Exception {
    Plan plan =
        Plan.of(
            GeneratedSchemas.of(TABLES, 7), Decisions.root(GeneratedSchemas.ROOT), Evidence.NONE);
    double cold = Timing.medianMillis(0, 1, () -> all(plan));
    String what =
        "all reports of %,d tables, %,d findings".formatted(TABLES, plan.findings().size());
    report.row(what, cold / 1000, "s", "≤ 5 s", "first time");
    report.row(what, Timing.medianMillis(1, 3, () -> all(plan)) / 1000, "s", "≤ 5 s", "warm");
    Reports reports = reports(plan);
    double html = reports.html().getBytes(StandardCharsets.UTF_8).length / MB;
    report.row("HTML page", html, "MB", "≤ 5 MB", "");
    report.row("PDF", pdf(reports) / MB, "MB", "", "");
    report.row("JSON", reports.json().toString().length() / MB, "MB", "", "");
  }

  private static Reports reports(Plan plan) {
    return Reports.of(
        Arrangement.of(plan), ReportMeta.of("0", LocalDate.of(2026, 1, 1)), Progress.SILENT);
  }

  private static void all(Plan plan) throws Exception {
    Reports reports = reports(plan);
    if (reports.html().isEmpty() || pdf(reports) == 0 || reports.markdown().isEmpty()) {
      throw new IllegalStateException("a report is empty");
    }
  }

  private static int pdf(Reports reports) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    reports.pdf(out);
    return out.size();
  }
}
