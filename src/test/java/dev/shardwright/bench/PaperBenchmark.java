package dev.shardwright.bench;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Arrangement;
import dev.shardwright.diagram.Caption;
import dev.shardwright.diagram.Layout;
import dev.shardwright.diagram.Paper;
import dev.shardwright.diagram.PdfDiagram;
import dev.shardwright.diagram.Printout;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Table;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** How long a poster of 400 tables takes, layout included, and how large its file is. */
public final class PaperBenchmark implements Benchmark {
  private static final int TABLES = 400;

  @Override
  public String name() {
    return "paper";
  }

  @Override
  public void run(Report report) throws Exception {
    Layout.warmUp();
    Plan plan =
        Plan.of(
            GeneratedSchemas.of(TABLES, 7), Decisions.root(GeneratedSchemas.ROOT), Evidence.NONE);
    Caption caption = Caption.of(plan, "generated", LocalDate.of(2026, 1, 1));
    measure(
        report,
        plan,
        "A0",
        () -> Printout.fitted(Arrangement.of(plan), caption, Paper.A0, Progress.SILENT));
    measure(
        report,
        plan,
        "tiled A4",
        () -> Printout.tiled(Arrangement.of(plan), caption, Paper.A4, Progress.SILENT));
  }

  private static void measure(Report report, Plan plan, String name, Callable<Printout> print)
      throws Exception {
    double millis = Timing.medianMillis(1, 3, () -> pdf(print.call()));
    Printout printout = print.call();
    byte[] pdf = pdf(printout);
    String sheets = printout.sheets().size() + " sheets, " + missing(plan, pdf) + " names missing";
    String what = "PDF of " + TABLES + " tables, " + name;
    report.row(what + ": time", millis / 1000, "s", "≤ 3 s", sheets);
    report.row(what + ": size", pdf.length / 1000.0, "kB", "≤ 300 kB", "findings listed");
  }

  private static long missing(Plan plan, byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      return plan.schema().tables().stream()
          .map(Table::name)
          .filter(name -> !text.contains(name.name()))
          .count();
    }
  }

  private static byte[] pdf(Printout printout) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PdfDiagram.write(printout, bytes);
    return bytes.toByteArray();
  }
}
