package dev.shardwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.GeneratedSchemas;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardLayoutTest {
  @ParameterizedTest
  @ValueSource(ints = {10, 100, 850})
  void hubsOfAnySizeAreDrawnWithoutALineThroughATable(int children) {
    Plan plan = BadSchemas.hubs(3, children);

    Drawing drawing = Pictures.draw(plan, DiagramOptions.atlas(plan.schema().tables().size()));

    assertThat(drawing.boxes()).hasSize(children + 4);
    sound(drawing);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 300, 1000})
  void theViewByColourIsSoundToo(int tables) {
    Plan plan = Pictures.plan(GeneratedSchemas.of(tables, 7), GeneratedSchemas.ROOT);

    Drawing drawing = Pictures.draw(plan, DiagramOptions.atlas(tables).with(new Scope.ByKind()));

    assertThat(drawing.boxes()).hasSize(tables);
    sound(drawing);
  }

  @Test
  void theViewByColourFillsItsPage() {
    Plan plan = Pictures.plan(GeneratedSchemas.of(300, 7), GeneratedSchemas.ROOT);

    Drawing drawing = Pictures.draw(plan, DiagramOptions.atlas(300).with(new Scope.ByKind()));

    double regions =
        drawing.frames().stream()
            .filter(f ->
                Map.of("Client", 1, "Context", 1, "Neutral", 1, "Undecided", 1)
                    .containsKey(f.title()))
            .mapToDouble(f -> f.area().width() * f.area().height())
            .sum();
    assertThat(regions).isGreaterThan(0.85 * area(drawing.bounds()));
    assertThat(drawing.bounds().width() / drawing.bounds().height()).isBetween(1.2, 1.8);
  }

  @Test
  void aThousandColumnsFitIntoADrawableBox() {
    Drawing drawing =
        Pictures.draw(BadSchemas.wide(1000), DiagramOptions.atlas(3).with(Detail.COLUMNS));

    Placed wide = drawing.box(new TableName("public", "wide")).orElseThrow();
    assertThat(wide.area().height()).isLessThan(1400);
    assertThat(wide.rows()).hasSize(60);
    assertThat(wide.box().more()).isEqualTo(940);
    sound(drawing);
  }

  @Test
  void aNameOfSixtyFourWideLettersKeepsItsBoxWithinLimits() {
    Plan plan = BadSchemas.named("表".repeat(64));

    Drawing drawing = Pictures.draw(plan, DiagramOptions.atlas(10));

    Placed named = drawing.box(plan.root().orElseThrow()).orElseThrow();
    assertThat(named.area().width()).isLessThanOrEqualTo(420);
    sound(drawing);
    painted(drawing);
  }

  @Test
  void fiveHundredKeysBetweenTwoTablesAreAllShown() {
    Drawing drawing =
        Pictures.draw(BadSchemas.tied(500), DiagramOptions.atlas(2).with(Detail.KEYS));

    assertThat(
            drawing.wires().stream().mapToInt(w -> w.links().size()).sum()
                + drawing.badged().size())
        .isEqualTo(500);
    sound(drawing);
  }

  @Test
  void dozensOfSelfLoopsAreDrawn() {
    Drawing drawing = Pictures.draw(BadSchemas.looped(36), DiagramOptions.atlas(2));

    assertThat(
            drawing.wires().stream().mapToInt(w -> w.links().size()).sum()
                + drawing.badged().size())
        .isEqualTo(37);
    sound(drawing);
  }

  @Test
  void tablesWithoutColumnsHaveABox() {
    Drawing drawing = Pictures.draw(BadSchemas.empty(30), DiagramOptions.atlas(30));

    assertThat(drawing.boxes()).hasSize(30);
    assertThat(drawing.boxes().values()).allMatch(b -> b.area().height() > 20);
    sound(drawing);
  }

  @Test
  void fiveThousandIsolatedTablesAreAPage() {
    Drawing drawing = Pictures.draw(BadSchemas.isolated(5000), DiagramOptions.atlas(5000));

    assertThat(drawing.boxes()).hasSize(5000);
    Area all = drawing.bounds();
    assertThat(all.width() / all.height()).isBetween(1.1, 2.0);
    double boxes = drawing.boxes().values().stream().mapToDouble(b -> area(b.area())).sum();
    assertThat(boxes).isGreaterThan(0.5 * area(all));
    painted(drawing);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 150, 290})
  void oneMoreTableLeavesMostOthersInTheirFrames(int at) {
    Schema whole = GeneratedSchemas.of(300, 7);
    TableName gone = whole.tables().get(at).name();
    Drawing after = Pictures.draw(Pictures.plan(whole, GeneratedSchemas.ROOT), options());
    Drawing before =
        Pictures.draw(Pictures.plan(without(whole, gone), GeneratedSchemas.ROOT), options());

    long same =
        before.boxes().keySet().stream()
            .filter(table -> frameOf(before, table).equals(frameOf(after, table)))
            .count();

    assertThat(same).isGreaterThan(Math.round(299 * 0.8));
  }

  private static DiagramOptions options() {
    return DiagramOptions.atlas(300);
  }

  private static Schema without(Schema schema, TableName gone) {
    return Schema.of(
        schema.origin(),
        schema.tables().stream().filter(t -> !t.name().equals(gone)).toList(),
        schema.relations().stream()
            .filter(r -> !r.child().equals(gone) && !r.parent().equals(gone))
            .toList());
  }

  private static String frameOf(Drawing drawing, TableName table) {
    Area box = drawing.box(table).orElseThrow().area();
    return drawing.frames().stream()
        .filter(f -> !f.block() && f.area().contains(box.centerX(), box.centerY()))
        .map(Frame::title)
        .findFirst()
        .orElse("");
  }

  private static double area(Area area) {
    return area.width() * area.height();
  }

  /** No two tables overlap, and no line runs through a table. */
  private static void sound(Drawing drawing) {
    List<String> wrong = new ArrayList<>();
    List<Placed> boxes =
        drawing.boxes().values().stream()
            .sorted(java.util.Comparator.comparingDouble(b -> b.area().x()))
            .toList();
    for (int i = 0; i < boxes.size(); i++) {
      Area one = boxes.get(i).area().grown(3);
      for (int j = i + 1; j < boxes.size() && boxes.get(j).area().x() <= one.right(); j++) {
        if (one.touches(boxes.get(j).area())) {
          wrong.add(boxes.get(i).table() + " overlaps " + boxes.get(j).table());
        }
      }
    }
    for (Wire wire : drawing.wires()) {
      for (Area leg : Area.legs(wire.points())) {
        boxes.stream()
            .filter(b -> b.area().grown(-1).touches(leg))
            .forEach(b -> wrong.add(wire.link().relation() + " runs through " + b.table()));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Both painters get through: the screen's at every level, and that of paper. */
  private static void painted(Drawing drawing) {
    BufferedImage screen = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    for (double scale : new double[] {0.02, 0.3, 1, 2}) {
      Area all = drawing.bounds();
      Viewport view = Viewport.centered(all.centerX(), all.centerY(), scale, 800, 600);
      var g = screen.createGraphics();
      Painter.paint(g, drawing, Theme.DARK, view, Emphasis.NONE);
      Painter.paintFull(g, drawing, Theme.LIGHT, new Area(all.x(), all.y(), 800, 600));
      g.dispose();
    }
    assertThat(screen.getRGB(400, 300)).isNotZero();
  }
}
