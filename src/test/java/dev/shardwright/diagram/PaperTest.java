package dev.shardwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.model.WholeFile;
import dev.shardwright.plan.Layout.Position;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Plans;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperTest {
  private static final Plan CARS = Pictures.plan(Pictures.CAR_RENTAL, "clients");
  private static final Plan MANY =
      Pictures.plan(GeneratedSchemas.of(120, 3), GeneratedSchemas.ROOT);

  @Test
  void everyTableAndTheTitleBlockCanBeFoundInAPoster() throws IOException {
    String text =
        text(pdf(Printout.fitted(Arrangement.of(MANY), caption(MANY), Paper.A2, Progress.SILENT)));

    for (Table table : MANY.schema().tables()) {
      assertThat(text).contains(table.name().name());
    }
    assertThat(text).contains("atlas of 120", "PostgreSQL", "26 November 2026", "public.clients");
    assertThat(text).contains("What the signs mean", "Context: the same on every shard");
  }

  @Test
  void everyFontOfAPdfIsEmbeddedAsASubset() throws IOException {
    byte[] bytes =
        pdf(Printout.fitted(Arrangement.of(CARS), caption(CARS), Paper.A4, Progress.SILENT));

    try (PDDocument document = Loader.loadPDF(bytes)) {
      List<PDFont> fonts = fonts(document);
      assertThat(fonts).isNotEmpty();
      assertThat(fonts).allMatch(PDFont::isEmbedded);
      assertThat(fonts).allMatch(font -> font.getName().matches("[A-Z]{6}\\+Inter.*"));
    }
  }

  @Test
  void theSamePrintoutGivesTheSameBytes() throws IOException {
    byte[] first =
        pdf(Printout.fitted(Arrangement.of(CARS), caption(CARS), Paper.A4, Progress.SILENT));
    byte[] second =
        pdf(Printout.fitted(Arrangement.of(CARS), caption(CARS), Paper.A4, Progress.SILENT));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void aSheetHasTheSizeOfItsPaper() {
    for (Paper paper : Paper.values()) {
      Sheet sheet =
          Printout.fitted(Arrangement.of(CARS), caption(CARS), paper, Progress.SILENT)
              .sheets()
              .getFirst();

      assertThat(sheet.widthPt()).isEqualTo(paper.longPt());
      assertThat(sheet.heightPt()).isEqualTo(paper.shortPt());
    }
    assertThat(Paper.A4.longPt()).isCloseTo(841.9, within(0.1));
  }

  @Test
  void theWholeDrawingLiesWithinItsFieldOnEveryPaper() {
    for (Paper paper : Paper.values()) {
      Printout printout =
          Printout.fitted(Arrangement.of(MANY), caption(MANY), paper, Progress.SILENT);

      Sheet.Placement placement = printout.sheets().getFirst().placement().orElseThrow();
      Area drawn = placement.onSheet(printout.drawing().bounds());
      assertThat(placement.seen().grown(0.01).contains(drawn.x(), drawn.y())).isTrue();
      assertThat(placement.seen().grown(0.01).contains(drawn.right(), drawn.bottom())).isTrue();
    }
  }

  @Test
  void tilesShowEveryTableWholeOrSharedWithTheirNeighbours() {
    Printout printout =
        Printout.tiled(Arrangement.of(MANY), caption(MANY), Paper.A4, Progress.SILENT);
    List<Sheet> tiles =
        printout.sheets().stream().filter(s -> s.name().startsWith("Sheet ")).toList();

    assertThat(tiles.size()).isGreaterThan(1);
    for (Placed box : printout.drawing().boxes().values()) {
      double shown = 0;
      for (Sheet tile : tiles) {
        Sheet.Placement placement = tile.placement().orElseThrow();
        shown += common(placement.seen(), placement.onSheet(box.area()));
      }
      double scale = tiles.getFirst().placement().orElseThrow().scale();
      double whole = box.area().width() * box.area().height() * scale * scale;
      assertThat(shown).as(box.box().title()).isGreaterThanOrEqualTo(whole * 0.999);
    }
  }

  @Test
  void aTileNamesItselfAndItsNeighbours() throws IOException {
    Printout printout =
        Printout.tiled(Arrangement.of(MANY), caption(MANY), Paper.A4, Progress.SILENT);

    try (PDDocument document = Loader.loadPDF(pdf(printout))) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = stripper.getText(document);
        if (printout.sheets().get(page - 1).name().equals("Sheet B1")) {
          assertThat(text).contains("B1", "↓ B2", "sheet 2 of");
          assertThat(text.replaceAll("\\s", "")).contains("↑A1", "↓C1"); // set upright
        }
        if (page == 1) {
          assertThat(text).contains("A1", "B1", "B2", "print them at 100 %");
        }
      }
    }
  }

  @Test
  void findingsAreListedUnderTheNumbersOfTheirMarks() throws IOException {
    Printout printout =
        Printout.fitted(Arrangement.of(MANY), caption(MANY), Paper.A4, Progress.SILENT);
    FindingList list = FindingList.of(MANY);
    String text = text(pdf(printout)).replaceAll("\\s+", " ");

    assertThat(list.entries()).hasSizeGreaterThan(20);
    for (FindingList.Entry entry : list.entries()) {
      String from = entry.number() + " " + firstWords(entry.finding().message());
      assertThat(text).contains(from);
    }
    Placed marked =
        printout.drawing().box(list.entries().getFirst().finding().table()).orElseThrow();
    assertThat(marked.box().mark()).startsWith("1");
  }

  @Test
  void aLineCarriesTheNumberOfItsFindingOnPaperAndNoneOnTheScreen() {
    Plan loop =
        Plans.of("clients(id, referrer_id -> clients) notes(id, client_id -> clients!)", "clients");
    Finding finding = FindingList.of(loop).entries().getFirst().finding();
    assertThat(finding.relations()).containsExactly("public.clients.clients_referrer_id_fkey");
    Map<TableName, Position> moved = Map.of(finding.table(), new Position(500, 500));
    for (Arrangement plan :
        List.of(
            Arrangement.of(loop), new Arrangement(loop, dev.shardwright.plan.Layout.of(moved)))) {
      Printout paper = Printout.fitted(plan, caption(loop), Paper.A4, Progress.SILENT);
      assertThat(paper.drawing().wires())
          .filteredOn(Wire::risk)
          .extracting(Wire::numbers)
          .containsExactly("1");
      Drawing screen = plan.drawing(DiagramOptions.atlas(2), Layout.WINDOW, Progress.SILENT);
      assertThat(screen.wires())
          .filteredOn(Wire::risk)
          .extracting(Wire::numbers)
          .containsExactly("");
    }
  }

  @Test
  void everySheetAndTableHasABookmark() throws IOException {
    Printout printout =
        Printout.fitted(Arrangement.of(CARS), caption(CARS), Paper.A4, Progress.SILENT);

    try (PDDocument document = Loader.loadPDF(pdf(printout))) {
      List<String> titles = new ArrayList<>();
      for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
        titles.add(item.getTitle());
        item.children().forEach(child -> titles.add(child.getTitle()));
      }
      assertThat(titles).contains("Diagram", "Tables", "cars", "rentals", "holidays");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("atlas of 10");
    }
  }

  @Test
  void nothingIsLeftWhenTheDiskIsFull(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("poster.pdf");
    Files.writeString(file, "the old one");
    Printout printout =
        Printout.fitted(Arrangement.of(CARS), caption(CARS), Paper.A4, Progress.SILENT);

    assertThatThrownBy(
            () -> WholeFile.write(file, out -> PdfDiagram.write(printout, new FullDisk(out))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("poster.pdf")
        .hasMessageContaining("No space left on device");
    assertThat(file).hasContent("the old one");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void theSheetThatLeadsToTheOthersShowsNamesWithoutRows() throws IOException {
    Printout printout =
        Printout.tiled(Arrangement.of(MANY), caption(MANY), Paper.A4, Progress.SILENT);
    try (PDDocument document = Loader.loadPDF(pdf(printout))) {
      PDFTextStripper first = new PDFTextStripper();
      first.setEndPage(1);
      assertThat(first.getText(document))
          .contains(MANY.schema().tables().getFirst().name().name())
          .doesNotContain("bigint");
    }
  }

  @Test
  void aSheetsFileHoldsNoTextFarOutsideOfTheSheet() throws IOException {
    Printout printout =
        Printout.tiled(Arrangement.of(MANY), caption(MANY), Paper.A4, Progress.SILENT);
    List<TextPosition> letters = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf(printout))) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          letters.add(text);
        }
      }.getText(document);
    }
    assertThat(letters).hasSizeGreaterThan(1000);
    assertThat(letters)
        .allMatch(l -> l.getX() > -200 && l.getX() < l.getPageWidth() + 200)
        .allMatch(l -> l.getY() > -200 && l.getY() < l.getPageHeight() + 200);
  }

  @Test
  void hostileNamesGiveValidXml() throws Exception {
    Plan plan = BadSchemas.named("<a & \"b\"> '\u0001' ]]> \uD83D\uDE00 表");
    Printout printout = Printout.image(Arrangement.of(plan), caption(plan), Progress.SILENT);
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    SvgDiagram.write(printout.sheets().getFirst(), printout.caption(), svg);

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.toByteArray()));

    assertThat(document.getDocumentElement().getTextContent()).contains("<a & \"b\"> '\uFFFD'");
    assertThat(document.getElementsByTagName("text").getLength()).isGreaterThan(60);
  }

  @Test
  void lettersThatOurFontsLackAreDrawnAndCanStillBeFound() throws IOException {
    Plan plan = BadSchemas.named("顧客 😀");

    byte[] bytes =
        pdf(Printout.fitted(Arrangement.of(plan), caption(plan), Paper.A4, Progress.SILENT));

    assertThat(text(bytes)).contains("rentals");
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String content =
          new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(content).contains("/ActualText <FEFF9867");
    }
  }

  @Test
  void aPlanWithoutTablesIsPrintedToo() throws IOException {
    Plan plan = Plan.of(BadSchemas.NOTHING, Decisions.NONE, Evidence.NONE);

    assertThat(
            text(
                pdf(
                    Printout.fitted(
                        Arrangement.of(plan), caption(plan), Paper.A4, Progress.SILENT))))
        .contains("0 tables");
    assertThat(
            text(
                pdf(
                    Printout.tiled(
                        Arrangement.of(plan), caption(plan), Paper.A4, Progress.SILENT))))
        .contains("fits on one sheet");
  }

  @Test
  void anImageIsTheSameInBandsAsInOnePiece() throws IOException {
    Sheet sheet =
        Printout.image(Arrangement.of(CARS), caption(CARS), Progress.SILENT).sheets().getFirst();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    PngDiagram.write(sheet, 1, png);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    BufferedImage whole =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    var g = whole.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, whole.getWidth(), whole.getHeight());
    sheet.paint(g);
    g.dispose();

    assertThat(read.getHeight()).isGreaterThan(512);
    for (int y = 0; y < read.getHeight(); y++) {
      for (int x = 0; x < read.getWidth(); x++) {
        if (read.getRGB(x, y) != whole.getRGB(x, y)) {
          throw new AssertionError("pixel " + x + ", " + y + " differs");
        }
      }
    }
  }

  @Test
  void anUnknownPaperIsToldWithThoseThatAreKnown() {
    assertThatThrownBy(() -> Paper.named("B5"))
        .isInstanceOf(UserError.class)
        .hasMessage("There is no paper B5; known are A4, A3, A2, A1, A0, Letter, Tabloid.");
    assertThat(Paper.named("letter")).isEqualTo(Paper.LETTER);
  }

  /** pdftotext reads only the first 50,000 small letters of a page. */
  @Test
  void onAPosterOfTwoThousandTablesTheNamesComeFirst() throws IOException {
    Plan plan = Pictures.plan(GeneratedSchemas.of(2000, 7), GeneratedSchemas.ROOT);
    byte[] bytes =
        pdf(Printout.fitted(Arrangement.of(plan), caption(plan), Paper.A0, Progress.SILENT));

    String text;
    try (PDDocument document = Loader.loadPDF(bytes)) {
      PDFTextStripper inOrder = new PDFTextStripper();
      inOrder.setEndPage(1);
      text = inOrder.getText(document);
    }
    String first = text.substring(0, Math.min(50_000, text.length()));
    assertThat(plan.schema().tables()).allMatch(t -> first.contains(t.name().name()));
  }

  private static Caption caption(Plan plan) {
    String name = "atlas of " + plan.schema().tables().size();
    return Caption.of(plan, name, LocalDate.of(2026, 11, 26));
  }

  private static byte[] pdf(Printout printout) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PdfDiagram.write(printout, bytes);
    return bytes.toByteArray();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static List<PDFont> fonts(PDDocument document) {
    List<PDFont> fonts = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        try {
          fonts.add(page.getResources().getFont(name));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return fonts;
  }

  private static String firstWords(String message) {
    String[] words = message.split(" ", -1);
    return words[0] + " " + words[1];
  }

  private static double common(Area a, Area b) {
    double width = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
    double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
    return Math.max(0, width) * Math.max(0, height);
  }

  /** A disk with room for a beginning only. */
  private static final class FullDisk extends OutputStream {
    private final OutputStream to;
    private int room = 1000;

    FullDisk(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int each) throws IOException {
      if (room-- <= 0) {
        throw new IOException("No space left on device");
      }
      to.write(each);
    }
  }
}
