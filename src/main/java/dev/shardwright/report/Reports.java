package dev.shardwright.report;

import dev.shardwright.diagram.Arrangement;
import dev.shardwright.diagram.Detail;
import dev.shardwright.diagram.DiagramOptions;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Layout;
import dev.shardwright.diagram.PdfPages;
import dev.shardwright.diagram.Sheet;
import dev.shardwright.diagram.SvgDiagram;
import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.report.chapter.Chapters;
import dev.shardwright.report.chapter.Subject;
import dev.shardwright.report.content.Report;
import dev.shardwright.report.html.HtmlReport;
import dev.shardwright.report.pdf.PdfReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.node.ObjectNode;

/**
 * One plan in every format in which people without Shardwright can read it. All formats print the
 * same {@link Report}, so that they cannot disagree.
 *
 * <p>Takes seconds for a thousand tables; never make one on the window's thread.
 */
public final class Reports {
  /** Readers of PDF open no longer pages. */
  private static final double LONGEST_PT = 14_000;

  /** Keys of more tables would be most of a page that people have to send; posters have them. */
  private static final int MANY_TABLES = 400;

  private final Subject subject;
  private final ReportMeta meta;
  private final Report report;
  private final Drawing drawing;

  private Reports(Subject subject, ReportMeta meta, Report report, Drawing drawing) {
    this.subject = subject;
    this.meta = meta;
    this.report = report;
    this.drawing = drawing;
  }

  /**
   * The reports of a plan.
   *
   * @throws Progress.Cancelled if the user cancels
   */
  public static Reports of(Arrangement arrangement, ReportMeta meta, Progress progress) {
    progress.step("writing the report", 0);
    Plan plan = arrangement.plan();
    Subject subject = Subject.of(plan, meta.date());
    Report report = Chapters.report(subject, meta);
    progress.check();
    int tables = plan.schema().tables().size();
    DiagramOptions atlas = DiagramOptions.atlas(tables).forList();
    DiagramOptions numbered = tables > MANY_TABLES ? atlas.with(Detail.NAMES) : atlas;
    Drawing drawing = arrangement.drawing(numbered, Layout.PAGE, progress);
    return new Reports(subject, meta, report, drawing);
  }

  /** What all formats say. */
  public Report content() {
    return report;
  }

  /** A summary for a pull request. */
  public String markdown() {
    return MarkdownReport.of(report);
  }

  /** The plan's JSON and what the report works out of it. */
  public ObjectNode json() {
    return ReportJson.of(subject, report, meta.programVersion());
  }

  /**
   * A4 pages with bookmarks.
   *
   * @throws IOException if they cannot be written to their end
   */
  public void pdf(OutputStream out) throws IOException {
    Sheet sheet = Sheet.of(drawing);
    double scale = Math.min(1, LONGEST_PT / Math.max(sheet.widthPt(), sheet.heightPt()));
    PdfReport.write(
        report,
        document ->
            new PdfPages(document)
                .add(
                    sheet.widthPt() * scale,
                    sheet.heightPt() * scale,
                    g -> {
                      g.scale(scale, scale);
                      sheet.paint(g);
                    }),
        out);
  }

  /** One page that needs no other file. */
  public String html() {
    StringBuilder picture = new StringBuilder();
    try {
      SvgDiagram.writeElement(Sheet.of(drawing), report.title(), picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HtmlReport.of(report, picture);
  }
}
