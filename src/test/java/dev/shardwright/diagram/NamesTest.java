package dev.shardwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.plan.Plan;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Schemas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tables and groups are called where they are seen from afar. */
class NamesTest {
  private static final double FAR = 0.35;
  private static final Plan MANY =
      Pictures.plan(GeneratedSchemas.of(120, 7), GeneratedSchemas.ROOT);

  @Test
  void everyNameIsReadInFullWhereRowsAreTooSmall() {
    for (Placed box : Pictures.draw(MANY, DiagramOptions.atlas(120)).boxes().values()) {
      Headline headline = Headline.of(box, FAR, false);

      assertThat(String.join("", headline.lines())).isEqualTo(box.box().title());
      assertThat(headline.height()).isLessThanOrEqualTo(box.area().height() + 0.5);
    }
  }

  @Test
  void aNameIsBrokenBetweenItsWords() {
    Plan plan = Pictures.plan("a(id) shipping_zone_countries(id, a_id -> a)", "a");
    Placed box =
        Pictures.draw(plan, DiagramOptions.atlas(2))
            .box(Schemas.table("shipping_zone_countries"))
            .orElseThrow();

    assertThat(Headline.of(box, FAR, false).lines())
        .hasSizeGreaterThan(1)
        .allMatch(line -> "shipping_zone_countries".contains(line))
        .first()
        .asString()
        .endsWith("_");
  }

  @Test
  void groupsAreCalledAfterTheWordsThatTheirTablesShareElseAfterTheMostUsedTable() {
    GroupNames names = new GroupNames(Map.of(Schemas.table("clients"), 3));

    assertThat(
            names.of(
                List.of(
                    boxes("sales_order", "sales_item", "sales_tax", "sales_note", "clients"),
                    boxes("clients", "cities", "plans", "skins"))))
        .containsExactly("sales", "clients");
  }

  @Test
  void groupsWhoseTablesShareTheSameWordsAreToldApart() {
    List<Box> one = boxes("sales_order", "sales_item", "sales_tax", "sales_note");
    List<Box> other = boxes("sales_lead", "sales_offer", "sales_visit", "sales_target");

    assertThat(new GroupNames(Map.of()).of(List.of(one, other)))
        .containsExactly("sales: item", "sales: lead");
  }

  @Test
  void noTableStandsInTheStripOfAFramesName() {
    Drawing drawing = Pictures.draw(MANY, DiagramOptions.atlas(120));

    for (Frame frame : drawing.frames()) {
      double height = Math.max(0, frame.head() - 1);
      Area strip = new Area(frame.area().x(), frame.area().y(), frame.area().width(), height);
      assertThat(drawing.boxes().values().stream().map(Placed::area).filter(strip::touches))
          .as(frame.title())
          .isEmpty();
    }
  }

  @Test
  void aDeclaredTypeIsCalledByItsOwnName() {
    assertThat(ShortType.of("public.\"OrderNumber\"")).isEqualTo("OrderNumber");
    assertThat(ShortType.of("shop.event_kind[]")).isEqualTo("event_kind[]");
    assertThat(ShortType.of("numeric(10,2)")).isEqualTo("numeric(10,2)");
  }

  private static List<Box> boxes(String... tables) {
    String text = String.join("(id) ", tables) + "(id)";
    Plan plan = Pictures.plan(text, tables[0]);
    return Diagram.of(plan, DiagramOptions.atlas(tables.length)).boxes();
  }
}
