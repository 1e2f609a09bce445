package dev.shardwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout.Position;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovedTest {
  private static final Plan CARS = Pictures.plan(Pictures.CAR_RENTAL, "clients");
  private static final TableName CARS_TABLE = Schemas.table("cars");

  @Test
  void aMovedTableStandsWhereItWasPutAndItsLinesFollow() {
    Drawing before = Pictures.draw(CARS, DiagramOptions.atlas(10));
    Drawing after = Moved.of(before, Map.of(CARS_TABLE, new Position(-500, 900)));

    Area cars = after.box(CARS_TABLE).orElseThrow().area();
    assertThat(cars.x()).isEqualTo(-500);
    assertThat(cars.y()).isEqualTo(900);
    assertThat(after.bounds().x()).isLessThanOrEqualTo(-500);
    for (Wire wire : after.wires()) {
      Placed parent = after.box(wire.link().parent()).orElseThrow();
      Placed child = after.box(wire.link().child()).orElseThrow();
      assertThat(onSide(parent.area(), wire.points().getFirst())).isTrue();
      assertThat(onSide(child.area(), wire.points().getLast())).isTrue();
    }
  }

  @Test
  void whatWasNotMovedStaysAsItWas() {
    Drawing before = Pictures.draw(CARS, DiagramOptions.atlas(10));
    Drawing after = Moved.of(before, Map.of(CARS_TABLE, new Position(3000, 0)));

    before
        .boxes()
        .forEach((table, box) -> {
          if (!table.equals(CARS_TABLE)) {
            assertThat(after.box(table)).contains(box);
          }
        });
    assertThat(after.wires())
        .containsAll(
            before.wires().stream()
                .filter(w -> !w.link().child().equals(CARS_TABLE))
                .filter(w -> !w.link().parent().equals(CARS_TABLE))
                .toList());
  }

  @Test
  void newLinesGoAroundTablesWhereThereIsRoom() {
    Drawing before = Pictures.draw(CARS, DiagramOptions.atlas(10));
    Drawing after = Moved.of(before, Map.of(CARS_TABLE, new Position(-900, -700)));

    for (Wire wire : after.wires()) {
      if (wire.link().child().equals(CARS_TABLE) || wire.link().parent().equals(CARS_TABLE)) {
        after
            .boxes()
            .values()
            .forEach(
                box -> assertThat(through(wire, box.area())).as(wire.link().summary()).isFalse());
      }
    }
  }

  @Test
  void tablesOfALargeAtlasKeepTheirLinesWhenTheyAreMoved() {
    Plan plan = Pictures.plan(GeneratedSchemas.of(300, 7), GeneratedSchemas.ROOT);
    Drawing before = Pictures.draw(plan, DiagramOptions.atlas(300));
    for (TableName table : List.copyOf(before.boxes().keySet()).subList(0, 100)) {
      Drawing after = Moved.of(before, Map.of(table, new Position(-2000, -2000)));
      assertThat(relations(after)).isEqualTo(relations(before));
    }
  }

  @Test
  void aPositionOfATableThatIsGoneIsPassedOver() {
    Drawing before = Pictures.draw(CARS, DiagramOptions.atlas(10));
    assertThat(Moved.of(before, Map.of(Schemas.table("gone"), new Position(0, 0))))
        .isSameAs(before);
  }

  private static Set<String> relations(Drawing drawing) {
    return drawing.wires().stream()
        .flatMap(w -> w.links().stream())
        .map(Link::relation)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static boolean onSide(Area box, Point end) {
    boolean side = end.x() == box.x() || end.x() == box.right();
    return side && end.y() >= box.y() && end.y() <= box.bottom();
  }

  private static boolean through(Wire wire, Area box) {
    return Area.legs(wire.points()).stream().anyMatch(box.grown(-2)::touches);
  }
}
