package dev.shardwright.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Detail;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Schemas;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the diagram shows of a plan. */
@ExtendWith(ApplicationExtension.class)
class DiagramPaneTest extends DiagramOnScreen {
  @Start
  @Override
  void open(Stage stage) {
    super.open(stage);
  }

  @Test
  void everyTableCanBeFoundByItsName(FxRobot robot) {
    show(robot, CARS);

    Node rentals = robot.lookup("#table-rentals").query();
    assertThat(rentals.getAccessibleText()).startsWith("Table public.rentals, client, 3 columns");
    assertThat(robot.lookup("#table-frauds").tryQuery()).isPresent();
  }

  @Test
  void aDatabaseWithoutTablesSaysSo(FxRobot robot) {
    robot.interact(
        () -> plan.set(Optional.of(Plan.of(Schemas.parse(""), Decisions.NONE, Evidence.NONE))));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            robot.lookup("#diagram-hint").queryLabeled().getText().startsWith("There is no table"));
  }

  @Test
  void focusShowsATableWithItsNeighboursOnly(FxRobot robot) {
    show(robot, CARS);

    robot.interact(() -> pane.focusOn(Set.of(Schemas.table("rentals"))));

    await().atMost(Duration.ofSeconds(10)).until(() -> pane.drawing().boxes().size() == 4);
    assertThat(robot.lookup("#table-frauds").tryQuery()).isEmpty();
  }

  @Test
  void whyShowsTheChainFromTheRoot(FxRobot robot) {
    show(robot, CARS);

    robot.interact(() -> pane.explain(Set.of(Schemas.table("tracks"))));

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            pane.drawing()
                .boxes()
                .keySet()
                .equals(
                    Set.of(
                        Schemas.table("clients"),
                        Schemas.table("rentals"),
                        Schemas.table("tracks"))));
  }

  @Test
  void thePathBetweenTwoSelectedTablesIsDrawnAlone(FxRobot robot) {
    show(robot, CARS);
    robot.interact(() -> selection.set(Set.of(Schemas.table("cities"), Schemas.table("tracks"))));
    robot.clickOn(pane.localToScreen(8, 630), MouseButton.MIDDLE);

    robot.interact(() -> pane.focusOn(selection.get(), Reach.PATH));

    await().atMost(Duration.ofSeconds(10)).until(() -> pane.drawing().boxes().size() == 4);
    assertThat(pane.drawing().box(Schemas.table("clients"))).isPresent();
  }

  @Test
  void aTinyWindowStillShowsTheDrawing(FxRobot robot) {
    robot.interact(() -> {
      pane.getScene().getWindow().setWidth(400);
      pane.getScene().getWindow().setHeight(300);
    });
    show(robot, CARS);

    robot.clickOn("#table-cars");

    assertThat(selection.get()).containsExactly(Schemas.table("cars"));
  }

  @Test
  void fiveThousandTablesWithoutKeysAreDrawn(FxRobot robot) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      text.append("t").append(i).append("(id) ");
    }
    show(robot, Plan.of(Schemas.parse(text.toString()), Decisions.NONE, Evidence.NONE));

    robot.interact(() -> pane.reveal(Schemas.table("t4321")));

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> robot.lookup("#table-t4321").tryQuery().isPresent());
  }

  @Test
  void aTableOfAThousandColumnsDoesNotPushTheOthersAway(FxRobot robot) {
    StringBuilder text = new StringBuilder("clients(id) wide(id, client_id -> clients!");
    for (int i = 0; i < 1_000; i++) {
      text.append(", c").append(i).append(":int");
    }
    show(robot, plan(text.append(")").toString()));

    assertThat(area("wide").height()).isLessThan(1_500);
    assertThat(robot.lookup("#table-wide").query().getAccessibleText()).contains("1,002 columns");
  }

  @Test
  void withoutAPlanThePaneSaysWhatToDo(FxRobot robot) {
    assertThat(robot.lookup("#diagram-hint").queryLabeled().getText())
        .startsWith("Open a database");
  }

  @Test
  void aLargePlanStaysUsable(FxRobot robot) {
    show(robot, plan(3_000));

    robot.interact(() -> selection.set(Set.of(GeneratedSchemas.ROOT)));
    robot.interact(() -> pane.reveal(GeneratedSchemas.ROOT));

    assertThat(pane.detailProperty().get()).isEqualTo(Detail.KEYS);
    assertThat(pane.scaleProperty().get()).isGreaterThan(0.5);
    Node minimap = robot.lookup("#diagram-minimap").query();
    assertThat(minimap.isVisible()).isTrue();
  }

  @Test
  void theOverviewCoversNothingThatAFindingIsAbout(FxRobot robot) {
    show(robot, CARS);
    robot.interact(() -> robot.lookup("#diagram-zoom-in").queryButton().fire());
    robot.interact(() -> robot.lookup("#diagram-zoom-in").queryButton().fire());
    robot.interact(() -> robot.lookup("#diagram-zoom-in").queryButton().fire());
    Node minimap = robot.lookup("#diagram-minimap").query();
    assertThat(minimap.isVisible()).isTrue();

    Set<TableName> tables = pane.drawing().boxes().keySet();
    for (TableName table : tables) {
      robot.interact(() -> pane.light(Set.of(table), Set.of()));
      assertThat(
              minimap.isVisible()
                  && robot.lookup("#table-" + table.name()).tryQuery().isPresent()
                  && minimap
                      .getBoundsInParent()
                      .intersects(bounds("#table-" + table.name(), robot)))
          .as(table.name())
          .isFalse();
    }
  }
}
