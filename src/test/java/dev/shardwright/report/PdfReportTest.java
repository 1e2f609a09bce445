package dev.shardwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.plan.Plan;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Report;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.pdf.PdfReport;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The pages as readers and printers meet them. */
class PdfReportTest {
  private static final int TABLES = 150;

  private static PDDocument document() throws IOException {
    Plan plan =
        Plan.of(
            GeneratedSchemas.of(TABLES, 7), Decisions.root(GeneratedSchemas.ROOT), Evidence.NONE);
    return Loader.loadPDF(ReportsTest.pdf(ReportsTest.reports(plan)));
  }

  @Test
  void everyChapterHasABookmark() throws IOException {
    try (PDDocument document = document()) {
      List<String> titles = new ArrayList<>();
      for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
        titles.add(item.getTitle());
        assertThat(item.getDestination()).as(item.getTitle()).isNotNull();
      }
      assertThat(titles).contains("Summary", "Findings", "Tables by mark", "Checks");
    }
  }

  @Test
  void fontsAreEmbeddedAndTextCanBeSearched() throws IOException {
    try (PDDocument document = document()) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
      assertThat(new PDFTextStripper().getText(document))
          .contains("Key readiness", "Each row belongs to one client");
    }
  }

  @Test
  void aLongTableHasItsHeadOnEveryPageAndPagesAreNumbered() throws IOException {
    try (PDDocument document = document()) {
      int pages = document.getNumberOfPages();
      int from = page(document, "Each row belongs to one client");
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(from + 1);
      stripper.setEndPage(from + 1);
      String second = stripper.getText(document);
      assertThat(second).contains("Rows").contains("Owned").contains((from + 1) + " / " + pages);
    }
  }

  @Test
  void textOfForeignScriptsCanBeFoundWhetherThePlatformHasItsFontsOrNot() throws IOException {
    String mixed = "顾客 مرحبا بكم 😀 \uE123";
    Report report =
        new Report(
            mixed,
            Line.of(mixed),
            "Shardwright 0",
            LocalDate.of(2026, 1, 1),
            List.of(
                new Section(
                    "words",
                    mixed,
                    List.of(
                        Block.Prose.of("why: " + mixed),
                        new Block.Sql("SQL", "SELECT '" + mixed + "';\n\tFROM a"),
                        new Block.Grid(
                            mixed,
                            List.of(Block.Column.text(mixed, 1)),
                            List.of(List.of(Line.name(mixed.repeat(30)))))))));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PdfReport.write(report, document -> {}, bytes);
    try (PDDocument document = Loader.loadPDF(bytes.toByteArray())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("why: 顾客", "SELECT '顾客", "مرحبا بكم", "😀", "\uE123")
          .doesNotContain("?");
    }
  }

  private static int page(PDDocument document, String words) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      if (stripper.getText(document).contains(words)) {
        return page;
      }
    }
    throw new AssertionError("no page says " + words);
  }
}
