package dev.shardwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Progress;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout.Position;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.GeneratedSchemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ArrangementTest {
  private static final Plan MANY =
      Pictures.plan(GeneratedSchemas.of(120, 3), GeneratedSchemas.ROOT);
  private static final Caption CAPTION = Caption.of(MANY, "moved", LocalDate.of(2026, 11, 26));
  private static final Drawing WINDOW = Pictures.draw(MANY, DiagramOptions.atlas(120));

  /** Far off to the right, where the program puts nothing. */
  private static final Map<TableName, Position> MOVED =
      Map.of(
          GeneratedSchemas.ROOT,
          new Position(WINDOW.bounds().right() + 300, WINDOW.bounds().y() + 50));

  @Test
  void paperLeavesOutWhatWasHiddenAndSaysSo() {
    TableName any = MANY.schema().tables().get(7).name();
    TableName other = MANY.schema().tables().get(8).name();
    String column = MANY.schema().table(other).orElseThrow().columns().getFirst().name();
    Arrangement arrangement =
        new Arrangement(
            MANY,
            dev.shardwright.plan.Layout.of(MOVED)
                .with(
                    dev.shardwright.plan.Layout.Hidden.NOTHING
                        .plus(List.of(any))
                        .plus(other, column)),
            new RelationFilter(Set.of(Link.Sort.CUT), false),
            Places.NONE);

    Printout printout =
        Printout.tiled(arrangement, new Caption("crm", List.of()), Paper.A4, Progress.SILENT);

    assertThat(printout.drawing().box(any)).isEmpty();
    assertThat(printout.drawing().box(other).orElseThrow().rows())
        .noneMatch(r -> r.column().equals(column));
    assertThat(printout.caption().facts())
        .contains(new Caption.Fact("Left out", "1 table, 1 column, cut keys"));
  }

  @Test
  void everyTableStandsOnPaperWhereItStandsInTheWindow() {
    Arrangement arrangement = new Arrangement(MANY, dev.shardwright.plan.Layout.of(MOVED));
    List<Printout> printed =
        List.of(
            Printout.fitted(arrangement, CAPTION, Paper.A4, Progress.SILENT),
            Printout.tiled(arrangement, CAPTION, Paper.A4, Progress.SILENT),
            Printout.image(arrangement, CAPTION, Progress.SILENT));

    Map<TableName, Area> window = places(Moved.of(WINDOW, MOVED));
    assertThat(window).isNotEqualTo(places(WINDOW));
    assertThat(printed)
        .allSatisfy(printout -> assertThat(places(printout.drawing())).isEqualTo(window));
  }

  @Test
  void theMovedTableIsOnASheetThatShowsIt() {
    Arrangement arrangement = new Arrangement(MANY, dev.shardwright.plan.Layout.of(MOVED));
    Printout printout = Printout.tiled(arrangement, CAPTION, Paper.A4, Progress.SILENT);
    Area root = printout.drawing().box(GeneratedSchemas.ROOT).orElseThrow().area();

    assertThat(printout.sheets().stream().flatMap(s -> s.placement().stream()).skip(1))
        .anySatisfy(p ->
            assertThat(p.seen().contains(p.onSheet(root).centerX(), p.onSheet(root).centerY()))
                .isTrue());
  }

  @Test
  void numbersOfFindingsHideNoNameThoughTheWindowMeasuredTheirCount() throws IOException {
    Arrangement arrangement = new Arrangement(MANY, dev.shardwright.plan.Layout.of(MOVED));
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfDiagram.write(Printout.fitted(arrangement, CAPTION, Paper.A0, Progress.SILENT), pdf);

    try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
      PDFTextStripper poster = new PDFTextStripper();
      poster.setEndPage(1);
      assertThat(poster.getText(document))
          .contains(MANY.schema().tables().stream().map(Table::name).map(TableName::name).toList());
    }
  }

  private static Map<TableName, Area> places(Drawing drawing) {
    Map<TableName, Area> places = new TreeMap<>();
    drawing.boxes().forEach((table, box) -> places.put(table, box.area()));
    return places;
  }
}
