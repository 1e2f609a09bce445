package dev.shardwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Partitioning;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout.Hidden;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Schemas;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final Plan CARS = Pictures.plan(Pictures.CAR_RENTAL, "clients");

  @Test
  void aPictureInStripsIsTheSameAsInOne() {
    Plan plan = Pictures.plan(GeneratedSchemas.of(300, 7), GeneratedSchemas.ROOT);
    Drawing drawing = Pictures.draw(plan, DiagramOptions.atlas(300));
    for (double scale : new double[] {1, 0.6, 0.3, 0.1}) {
      Viewport whole = new Viewport(400 / scale, 300 / scale, scale, 800, 600);
      BufferedImage one = image();
      strip(one, drawing, whole, 0, 800);
      BufferedImage strips = image();
      strip(strips, drawing, whole, 0, 300);
      strip(strips, drawing, whole, 300, 500);
      assertThat(different(one, strips)).as("scale " + scale).isLessThan(40);
    }
  }

  @Test
  void theMarksHaveTheirColoursOnTheScreenAtEveryLevel() {
    Drawing drawing = Pictures.draw(CARS, DiagramOptions.atlas(10));
    Area countries = drawing.box(Schemas.table("countries")).orElseThrow().area();
    for (double scale : new double[] {2, 1, 0.4, 0.1}) {
      Viewport at = Viewport.centered(countries.centerX(), countries.y() + 6, scale, 60, 40);
      BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = image.createGraphics();
      Painter.paint(g, drawing, Theme.LIGHT, at, Emphasis.NONE);
      g.dispose();
      assertThat(colours(image)).contains(Theme.LIGHT.paint(Look.CONTEXT).header().getRGB());
    }
  }

  @Test
  void theManyLinesOfAHubBecomeOneForEachGroupAndNoneIsLost() {
    Plan plan = Pictures.plan(GeneratedSchemas.of(1000, 7), GeneratedSchemas.ROOT);
    Drawing drawing = Pictures.draw(plan, DiagramOptions.atlas(1000));
    TableName hub =
        plan.schema().tables().stream()
            .map(Table::name)
            .max(Comparator.comparingInt(t -> plan.graph().toChildren(t).size()))
            .orElseThrow();
    List<WirePainter.Across> lines =
        drawing.badged().stream()
            .filter(l -> l.parent().equals(hub))
            .map(l ->
                new WirePainter.Across(
                    l, drawing.box(hub).orElseThrow(), drawing.box(l.child()).orElseThrow()))
            .toList();
    List<WirePainter.Across> single = new ArrayList<>();
    List<Sheaf> sheaves = Sheaf.of(lines, drawing.frames(), Emphasis.select(Set.of(hub)), single);
    assertThat(lines.size()).isGreaterThan(Sheaf.FROM);
    assertThat(sheaves.stream().mapToInt(Sheaf::keys).sum() + single.size())
        .isEqualTo(lines.size());
    assertThat(sheaves.stream().map(Sheaf::group))
        .doesNotHaveDuplicates()
        .hasSizeLessThan(lines.size() / 4);
    assertThat(sheaves).noneMatch(Sheaf::risk);

    List<WirePainter.Across> one = new ArrayList<>(lines);
    WirePainter.Across tied =
        lines.stream().filter(l -> !single.contains(l)).findFirst().orElseThrow();
    one.set(lines.indexOf(tied), risky(tied));
    List<WirePainter.Across> seen = new ArrayList<>();
    assertThat(Sheaf.of(one, drawing.frames(), Emphasis.select(Set.of(hub)), seen))
        .as("a finding on one key does not colour the others")
        .noneMatch(Sheaf::risk);
    assertThat(seen).contains(risky(tied)).hasSize(single.size() + 1);
  }

  private static WirePainter.Across risky(WirePainter.Across line) {
    Link l = line.link();
    Link risky =
        new Link(
            l.relation(),
            l.parent(),
            l.parentRow(),
            l.child(),
            l.childRow(),
            l.nullable(),
            l.single(),
            l.sort(),
            true,
            l.numbers(),
            l.summary());
    return new WirePainter.Across(risky, line.parent(), line.child());
  }

  @Test
  void aScreenOfTwiceThePixelsShowsTheSame() {
    Drawing drawing = Pictures.draw(CARS, DiagramOptions.atlas(10));
    Area all = drawing.bounds();
    for (double scale : new double[] {1, 0.4}) {
      Viewport at = Viewport.centered(all.centerX(), all.centerY(), scale, 400, 300);
      BufferedImage fine = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
      BufferedImage plain = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
      painted(fine, drawing, at, 2);
      painted(plain, drawing, at, 1);
      assertThat(colours(fine)).containsAll(marks());
      assertThat(difference(halved(fine), plain)).as("scale " + scale).isLessThan(8);
    }
  }

  private static BufferedImage halved(BufferedImage image) {
    int width = image.getWidth() / 2;
    int height = image.getHeight() / 2;
    BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = half.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return half;
  }

  /** How far the pixels' green is apart, of 255, on average. */
  private static double difference(BufferedImage one, BufferedImage other) {
    double sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        sum += Math.abs((one.getRGB(x, y) >> 8 & 255) - (other.getRGB(x, y) >> 8 & 255));
      }
    }
    return sum / one.getWidth() / one.getHeight();
  }

  private static void painted(BufferedImage image, Drawing drawing, Viewport at, int density) {
    Graphics2D g = image.createGraphics();
    g.scale(density, density);
    Painter.paint(g, drawing, Theme.LIGHT, at, Emphasis.NONE);
    g.dispose();
  }

  private static List<Integer> marks() {
    return List.of(
        Theme.LIGHT.paint(Look.CLIENT).header().getRGB(),
        Theme.LIGHT.paint(Look.CONTEXT).header().getRGB());
  }

  @Test
  void ownedShowsTheClientTablesBelowATable() {
    Drawing drawing = scope(new Scope.Owned(Set.of(Schemas.table("cars"))));
    assertThat(drawing.boxes().keySet()).containsExactly(table("cars"), table("rentals"));
  }

  @Test
  void aPathShowsTheShortestWayBetweenTwoTables() {
    Drawing drawing = scope(new Scope.Path(List.of(table("brands"), table("clients"))));
    assertThat(drawing.boxes().keySet())
        .containsExactly(table("brands"), table("cars"), table("clients"), table("models"));
  }

  @Test
  void hiddenTablesAndKeysIntoContextAreLeftOut() {
    Hidden hidden = Hidden.NOTHING.plus(List.of(table("holidays")));
    RelationFilter noContext = new RelationFilter(Set.of(), true);
    Drawing drawing =
        Layout.of(
            Diagram.of(
                CARS,
                new DiagramOptions(new Scope.Atlas(), Detail.KEYS).without(hidden).with(noContext)),
            1.5,
            Progress.SILENT);
    assertThat(drawing.box(table("holidays"))).isEmpty();
    assertThat(drawing.wires())
        .isNotEmpty()
        .noneMatch(w -> w.link().parent().equals(table("models")))
        .noneMatch(w -> w.link().parent().equals(table("countries")));
  }

  @Test
  void hiddenColumnsLeaveALineThatSaysSoAndTheirKeysAtTheHead() {
    TableName rentals = table("rentals");
    Hidden hidden = Hidden.NOTHING.plus(rentals, "user_id").plus(rentals, "no_such_column");
    DiagramOptions all = DiagramOptions.atlas(10);
    Drawing drawing = Layout.of(Diagram.of(CARS, all.without(hidden)), 1.5, Progress.SILENT);
    Placed box = drawing.box(rentals).orElseThrow();

    assertThat(box.rows()).isNotEmpty().noneMatch(r -> r.column().equals("user_id"));
    assertThat(Measure.foot(box.box(), Optional.empty(), Optional.empty())).isEqualTo("1 hidden");
    assertThat(box.hiddenAt(box.area().x() + Measure.INDENT + 5, box.area().bottom() - 8)).isTrue();
    assertThat(box.hiddenAt(box.area().right() - 5, box.area().bottom() - 8)).isFalse();
    assertThat(box.box().summary()).contains("of which 1 hidden");
    assertThat(drawing.wires())
        .anyMatch(w ->
            w.link().child().equals(rentals)
                && w.link().parent().equals(table("users"))
                && w.link().childRow() == -1);
    assertThat(Neat.overlaps(drawing)).isEmpty();
  }

  @Test
  void cutRelationsCanBeLeftOut() {
    String key =
        CARS.relations().stream()
            .filter(r -> r.relation().child().equals(table("rentals")))
            .filter(r -> r.relation().parent().equals(table("users")))
            .map(r -> r.relation().id())
            .findFirst()
            .orElseThrow();
    Plan cut =
        Plan.of(
            CARS.schema(),
            Decisions.root(table("clients")).with(new Decision.Cut(key, Optional.empty())),
            Evidence.NONE);
    RelationFilter uncut = new RelationFilter(Set.of(Link.Sort.CUT), false);
    Diagram with = Diagram.of(cut, DiagramOptions.atlas(10));
    Diagram without =
        Diagram.of(cut, new DiagramOptions(new Scope.Atlas(), Detail.COLUMNS).with(uncut));
    assertThat(with.links()).anyMatch(l -> l.relation().equals(key));
    assertThat(without.links()).noneMatch(l -> l.relation().equals(key));
  }

  @Test
  void aNoteIsPaintedAtItsTable() {
    Drawing drawing = Pictures.draw(CARS, DiagramOptions.atlas(10));
    Area cars = drawing.box(table("cars")).orElseThrow().area();
    Viewport at = Viewport.centered(cars.x() + 40, cars.y() - 10, 1, 100, 40);
    BufferedImage image = new BufferedImage(100, 40, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    Emphasis note = new Emphasis(Set.of(), Set.of(), Set.of(), Map.of(table("cars"), "was client"));
    Painter.paint(g, drawing, Theme.LIGHT, at, note);
    g.dispose();
    assertThat(image.getRGB(20, 17)).isEqualTo(Theme.LIGHT.accent().getRGB());
  }

  @Test
  void partitionsAreFoldedIntoTheirTableWhichSaysSo() {
    Table cars =
        CARS.schema().tables().stream()
            .filter(t -> t.name().equals(table("cars")))
            .findFirst()
            .orElseThrow();
    Partitioning halves =
        new Partitioning(
            "HASH (id)",
            List.of(
                new Partitioning.Partition(table("cars_0"), table("cars"), "0", ""),
                new Partitioning.Partition(table("cars_1"), table("cars"), "1", "")));
    Boxes boxes =
        new Boxes(
            CARS,
            DiagramOptions.atlas(10),
            Diagram.Titles.of(CARS.schema()),
            List.of(),
            FindingList.of(CARS));
    Box box = boxes.box(partitioned(cars, halves));
    assertThat(Measure.foot(box, Optional.empty(), Optional.empty())).isEqualTo("2 partitions");
    assertThat(box.summary()).contains("2 partitions");
  }

  static Table partitioned(Table t, Partitioning by) {
    return new Table(
        t.name(),
        t.columns(),
        t.keys(),
        t.indexes(),
        t.checks(),
        t.triggers(),
        Optional.of(by),
        t.inherits(),
        t.engine(),
        t.options(),
        t.comment(),
        t.rowCount(),
        t.bytes(),
        Optional.empty());
  }

  private static Drawing scope(Scope scope) {
    return Pictures.draw(CARS, new DiagramOptions(scope, Detail.KEYS));
  }

  private static TableName table(String name) {
    return Schemas.table(name);
  }

  private static BufferedImage image() {
    return new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
  }

  private static void strip(BufferedImage into, Drawing drawing, Viewport whole, int x, int width) {
    Graphics2D g = into.createGraphics();
    g.clipRect(x, 0, width, 600);
    g.translate(x, 0);
    Viewport part =
        new Viewport(whole.x() + x / whole.scale(), whole.y(), whole.scale(), width, 600);
    Painter.paint(g, drawing, Theme.LIGHT, part, Emphasis.NONE);
    g.dispose();
  }

  private static int different(BufferedImage one, BufferedImage other) {
    int different = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        different += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
      }
    }
    return different;
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new java.util.HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours;
  }
}
