package dev.shardwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Partitioning;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout.Hidden;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Schemas;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the painter draws and what the legend explains are the same. */
class LegendTest {
  private static final Plan CARS = Pictures.plan(Pictures.CAR_RENTAL, "clients");
  private static final Plan MANY =
      Pictures.plan(GeneratedSchemas.of(300, 7), GeneratedSchemas.ROOT);

  @ParameterizedTest
  @EnumSource(Sign.class)
  void everySignIsDrawnInTheLegendBesideItsWords(Sign sign) {
    BufferedImage image = new BufferedImage(300, 24, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 300, 24);

    Legend.of(Set.of(sign)).paint(g, Theme.LIGHT);

    assertThat(inked(image, 0, 60)).as("the sign").isGreaterThan(8);
    assertThat(inked(image, 66, 300)).as("its words").isGreaterThan(100);
    assertThat(inked(image, 298, 300)).as("words that find no room").isZero();
  }

  @Test
  void aDrawingsLegendHoldsAllThatItsPainterDraws() {
    for (Drawing drawing : List.of(whole(), Pictures.draw(MANY, DiagramOptions.atlas(300)))) {
      Set<Sign> explained = Sign.in(drawing);
      Recorder recorder = new Recorder();

      Painter.paint(recorder.brush(), drawing, Emphasis.NONE, drawing.bounds());

      assertThat(recorder.signs).isNotEmpty();
      assertThat(explained).containsAll(recorder.signs);
      // And nothing that is not there: what is a small sign is found by the recorder too.
      Set<Sign> small = EnumSet.copyOf(explained);
      small.retainAll(Recorder.ALL);
      assertThat(recorder.signs).containsAll(small);
    }
  }

  @Test
  void aSmallPlanIsNotExplainedMoreThanItNeeds() {
    Drawing two =
        Pictures.draw(Pictures.plan("clients(id) fx(day)", "clients"), DiagramOptions.atlas(2));
    assertThat(Sign.in(two))
        .contains(Sign.CLIENT, Sign.ROOT, Sign.NEUTRAL, Sign.KEY_COLUMN)
        .doesNotContain(Sign.CONTEXT, Sign.KEY, Sign.RISK, Sign.FRAME, Sign.HIDDEN);
  }

  @Test
  void thePartitionsThatAreFoldedStandInPdfAndSvgWithTheirExplanation() throws IOException {
    Arrangement plan = Arrangement.of(partitioned());
    Caption caption = Caption.of(plan.plan(), "parts", LocalDate.of(2026, 11, 27));
    Printout sheet = Printout.fitted(plan, caption, Paper.A4, Progress.SILENT);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfDiagram.write(sheet, pdf);
    Printout image = Printout.image(plan, caption, Progress.SILENT);
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    SvgDiagram.write(image.sheets().getFirst(), caption, svg);

    try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("7 partitions")
          .contains(Sign.PARTITIONS.words())
          .doesNotContain(Sign.HIDDEN.words());
    }
    assertThat(svg.toString(StandardCharsets.UTF_8))
        .contains("7 partitions")
        .contains(Sign.PARTITIONS.words());
  }

  private static Drawing whole() {
    Hidden hidden = Hidden.NOTHING.plus(Schemas.table("cars"), "plate");
    return Pictures.draw(CARS, DiagramOptions.atlas(10).without(hidden));
  }

  private static Plan partitioned() {
    List<Partitioning.Partition> parts = new ArrayList<>();
    TableName cars = Schemas.table("cars");
    for (int i = 0; i < 7; i++) {
      parts.add(new Partitioning.Partition(Schemas.table("cars_" + i), cars, "" + i, ""));
    }
    Schema schema = CARS.schema();
    List<Table> tables =
        schema.tables().stream()
            .map(t ->
                t.name().equals(cars)
                    ? ScreenTest.partitioned(t, new Partitioning("HASH (id)", parts))
                    : t)
            .toList();
    return Pictures.plan(
        Schema.of(schema.origin(), tables, schema.relations()), Schemas.table("clients"));
  }

  private static int inked(BufferedImage image, int from, int to) {
    int inked = 0;
    for (int x = from; x < to; x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        inked += (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 0 : 1;
      }
    }
    return inked;
  }

  /** Notes which small signs a painter draws; one that nobody knows fails the test. */
  private static final class Recorder implements Surface {
    static final Set<Sign> ALL =
        EnumSet.of(
            Sign.CLIENT,
            Sign.CONTEXT,
            Sign.NEUTRAL,
            Sign.UNDECIDED,
            Sign.CONFLICT,
            Sign.ROOT,
            Sign.KEY,
            Sign.SINGLE,
            Sign.NULLABLE_KEY,
            Sign.CUT,
            Sign.RISK,
            Sign.BUS,
            Sign.NULLABLE,
            Sign.FOUND,
            Sign.COUNT,
            Sign.MILD_COUNT);

    final Set<Sign> signs = EnumSet.noneOf(Sign.class);

    Brush brush() {
      Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
      return new Brush(g, this, Theme.LIGHT, Level.ROWS, 1);
    }

    @Override
    public void sign(Object key, double x, double y, double reach, Consumer<Graphics2D> sign) {
      signs.addAll(named(key.toString()).toList());
    }

    private static Stream<Sign> named(String key) {
      if (key.startsWith("MarkSign")) {
        Sign look = Sign.valueOf(key.replaceAll(".*look=(\\w+).*", "$1"));
        return key.contains("root=true") ? Stream.of(look, Sign.ROOT) : Stream.of(look);
      }
      if (key.startsWith("Bubble")) {
        return Stream.of(key.contains("mild=true") ? Sign.MILD_COUNT : Sign.COUNT);
      }
      String kind = key.replaceAll("End\\[kind=(.*), out.*", "$1");
      return switch (kind) {
        case "risk" -> Stream.of(Sign.RISK);
        case "nullable" -> Stream.of(Sign.NULLABLE);
        case "Found[mild=false]", "Found[mild=true]" -> Stream.of(Sign.FOUND);
        case "cut" -> Stream.of(Sign.CUT);
        case "bus" -> Stream.of(Sign.BUS);
        // Where all lines start.
        case "one" -> Stream.of();
        case "[false, false]" -> Stream.of(Sign.KEY);
        case "[false, true]" -> Stream.of(Sign.KEY, Sign.NULLABLE_KEY);
        case "[true, false]" -> Stream.of(Sign.SINGLE);
        case "[true, true]" -> Stream.of(Sign.SINGLE, Sign.NULLABLE_KEY);
        default -> throw new AssertionError("The legend does not know the sign " + key);
      };
    }

    @Override
    public void card(
        Area area, double radius, Color fill, double band, Color bandFill, Edge border) {}

    @Override
    public void line(List<Point> points, Edge edge) {}

    @Override
    public void text(String text, Typeface face, Color color, double x, double y) {}
  }
}
