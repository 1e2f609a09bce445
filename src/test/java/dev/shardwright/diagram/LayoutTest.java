package dev.shardwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Schemas;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final Plan CARS = Pictures.plan(Pictures.CAR_RENTAL, "clients");

  @Test
  void aKeyRunsFromColumnToColumn() {
    Drawing drawing = Pictures.draw(CARS, DiagramOptions.atlas(10));

    Wire wire = wire(drawing, "public.cars.cars_client_id_fkey");
    Placed clients = drawing.box(Schemas.table("clients")).orElseThrow();
    Placed cars = drawing.box(Schemas.table("cars")).orElseThrow();
    assertThat(wire.points().getFirst())
        .isEqualTo(new Point(clients.area().right(), clients.rowY(0)));
    assertThat(wire.points().getLast()).isEqualTo(new Point(cars.area().x(), cars.rowY(1)));
  }

  @Test
  void everyTableIsDrawnOnceAndNoneOverlapsAnother() {
    for (int tables : new int[] {10, 60, 400}) {
      for (Detail detail : Detail.values()) {
        Drawing drawing = generated(tables, detail);

        assertThat(drawing.boxes()).hasSize(tables);
        assertThat(Neat.overlaps(drawing)).isEmpty();
      }
    }
  }

  @Test
  void noLineRunsThroughATable() {
    for (int tables : new int[] {10, 60, 400}) {
      assertThat(Neat.crossed(generated(tables, Detail.KEYS))).isEmpty();
    }
  }

  @Test
  void everyRelationIsALineOrABadge() {
    Plan plan = Pictures.plan(GeneratedSchemas.of(300, 3), GeneratedSchemas.ROOT);

    Drawing drawing = Pictures.draw(plan, DiagramOptions.atlas(300));

    List<String> shown = new ArrayList<>();
    drawing.wires().forEach(w -> w.links().forEach(l -> shown.add(l.relation())));
    drawing.badged().forEach(l -> shown.add(l.relation()));
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            plan.relations().stream().map(r -> r.relation().id()).toList());
  }

  @Test
  void theSamePlanIsDrawnTheSameTwice() {
    assertThat(generated(200, Detail.COLUMNS)).isEqualTo(generated(200, Detail.COLUMNS));
  }

  @Test
  void aCircleOfTablesIsDrawn() {
    Plan plan = Pictures.plan("a(id, b_id -> b) b(id, c_id -> c) c(id, a_id -> a)", "a");

    Drawing drawing = Pictures.draw(plan, DiagramOptions.atlas(3));

    assertThat(drawing.wires()).hasSize(3);
    assertThat(Neat.crossed(drawing)).isEmpty();
  }

  @Test
  void aWholeDrawingHasAboutTheProportionOfThePage() {
    Area bounds = generated(400, Detail.KEYS).bounds();

    assertThat(bounds.width() / bounds.height()).isBetween(1.1, 2.0);
  }

  @Test
  void isolatedTablesAreNotARibbon() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append("t").append(i).append("(id, name:text) ");
    }

    Area bounds =
        Pictures.draw(Pictures.plan(text.toString(), "t0"), DiagramOptions.atlas(500)).bounds();

    assertThat(bounds.width() / bounds.height()).isBetween(1.1, 2.0);
  }

  @Test
  void cancelEndsTheLayout() {
    Diagram diagram =
        Diagram.of(
            Pictures.plan(GeneratedSchemas.of(100, 1), GeneratedSchemas.ROOT),
            DiagramOptions.atlas(100));

    assertThatThrownBy(() -> Layout.of(diagram, Layout.PAGE, new CancelledAtOnce()))
        .isInstanceOf(Progress.Cancelled.class);
  }

  @Test
  void nothingIsDrawnOfNothing() {
    Plan plan = Plan.of(Schemas.parse(""), Decisions.NONE, Evidence.NONE);

    assertThat(Pictures.draw(plan, DiagramOptions.atlas(0))).isEqualTo(Drawing.EMPTY);
  }

  static Drawing generated(int tables, Detail detail) {
    Plan plan = Pictures.plan(GeneratedSchemas.of(tables, 3), GeneratedSchemas.ROOT);
    return Pictures.draw(plan, DiagramOptions.atlas(tables).with(detail));
  }

  private static Wire wire(Drawing drawing, String relation) {
    return drawing.wires().stream()
        .filter(w -> w.link().relation().equals(relation))
        .findFirst()
        .orElseThrow();
  }

  /** Somebody who has changed his mind. */
  private static final class CancelledAtOnce implements Progress {
    @Override
    public void step(String what, double fraction) {}

    @Override
    public boolean cancelled() {
      return true;
    }

    @Override
    public AutoCloseable onCancel(Runnable stop) {
      return () -> {};
    }
  }
}
