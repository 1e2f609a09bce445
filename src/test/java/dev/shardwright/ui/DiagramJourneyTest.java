package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Row;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import dev.shardwright.ui.diagram.DiagramPane;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A DBA at the drawing: what he does there becomes decisions, and undo takes it back. */
@ExtendWith(ApplicationExtension.class)
class DiagramJourneyTest {
  private static final TableName FX = Schemas.table("fx");
  private static final TableName POSTS = Schemas.table("posts");

  @TempDir private static Path folder;
  private Desk desk;
  private DiagramPane pane;

  @Start
  void open(Stage stage) {
    Plan plan =
        Plan.of(
            Schemas.parse(
                "clients(id) posts(id, client_id -> clients!) fx(client_id, rate:numeric)"),
            Decisions.root(Schemas.table("clients")),
            Evidence.NONE);
    Path file = folder.resolve("journey.shardplan");
    PlanFile.of(plan).write(file);
    desk = new Desk(stage);
    pane = (DiagramPane) desk.window.lookup("#diagram");
    desk.model.openPlanFile(file);
  }

  @Test
  void aTableIsMovedAndUndoBringsItBack(FxRobot robot) {
    drawn();
    Placed before = pane.drawing().box(FX).orElseThrow();

    robot.drag(head("fx"), MouseButton.PRIMARY).moveBy(40, 50).drop();
    desk.until(() -> !pane.drawing().box(FX).equals(Optional.of(before)));
    assertThat(desk.model.journal().layoutProperty().get().positions()).containsOnlyKeys(FX);
    assertThat(desk.model.dirtyProperty().get()).isTrue();

    desk.act(desk.model::undo);
    desk.until(() -> pane.drawing().box(FX).equals(Optional.of(before)));
    assertThat(desk.model.journal().layoutProperty().get()).isEqualTo(Layout.NONE);
  }

  @Test
  void aRelationDrawnOnTheDiagramIsADecisionThatColoursAndCanBeUndone(FxRobot robot) {
    drawn();
    assertThat(desk.kind(FX)).isEqualTo(Kind.NEUTRAL);

    robot.drag(row("fx", 0), MouseButton.PRIMARY).dropTo(row("clients", 0));
    desk.until(() -> desk.kind(FX) == Kind.CLIENT);
    assertThat(desk.plan().decisions().all())
        .anyMatch(d -> d instanceof Decision.Virtual v && v.child().equals(FX));

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> desk.kind(FX) == Kind.NEUTRAL);
  }

  @Test
  void theMenuOfATableRecoloursItAndHidesIt(FxRobot robot) {
    drawn();

    robot.rightClickOn(head("fx"));
    robot.clickOn("Make it Context");
    desk.until(() -> desk.kind(FX) == Kind.CONTEXT);
    desk.act(desk.model::undo);
    desk.until(() -> desk.kind(FX) == Kind.NEUTRAL);

    desk.act(() -> pane.hide(java.util.Set.of(FX)));
    desk.until(() -> pane.drawing().box(FX).isEmpty());
  }

  @Test
  void aColumnIsHiddenFromItsMenuBroughtBackByItsLineAndByUndo(FxRobot robot) {
    drawn();

    robot.rightClickOn(row("fx", 1));
    robot.clickOn("Hide the column rate");
    desk.until(() -> columns("fx").equals(List.of("client_id")));
    assertThat(desk.model.dirtyProperty().get()).isTrue();

    Bounds box = bounds("fx");
    double scale = pane.scaleProperty().get();
    robot.clickOn(new Point2D(box.getMinX() + 45 * scale, box.getMaxY() - 12 * scale));
    desk.until(() -> columns("fx").equals(List.of("client_id", "rate")));

    desk.act(desk.model::undo);
    desk.until(() -> columns("fx").equals(List.of("client_id")));
    desk.act(desk.model::undo);
    desk.until(() -> columns("fx").equals(List.of("client_id", "rate")));
    assertThat(desk.model.journal().layoutProperty().get()).isEqualTo(Layout.NONE);
  }

  @Test
  void columnsAreHiddenAndShownByTheKeyboard(FxRobot robot) {
    drawn();
    robot.clickOn(head("fx"));

    robot.push(KeyCode.C);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    desk.until(() -> columns("fx").equals(List.of("client_id")));
    robot.push(KeyCode.SHIFT, KeyCode.H);
    desk.until(() -> columns("fx").equals(List.of("client_id", "rate")));
  }

  private List<String> columns(String table) {
    return pane.drawing().box(Schemas.table(table)).stream()
        .flatMap(box -> box.rows().stream())
        .map(Row::column)
        .toList();
  }

  @Test
  void whatIsTriedOutIsNotedAtItsTables(FxRobot robot) {
    drawn();
    int painted = pane.paintedProperty().get();

    desk.act(() ->
        desk.model
            .tryOut()
            .start(new Decision.KindOverride(POSTS, Kind.NEUTRAL, Optional.empty())));
    desk.until(() -> pane.notes().containsKey(POSTS));

    assertThat(pane.notes().get(POSTS)).contains("was Client");
    desk.until(() -> pane.paintedProperty().get() > painted);
    desk.act(() -> desk.model.tryOut().show(false));
    desk.until(() -> pane.notes().isEmpty());
  }

  private void drawn() {
    desk.until(() -> pane.drawing().boxes().size() == 3);
    desk.act(() -> pane.fit());
  }

  private Point2D head(String table) {
    Bounds box = bounds(table);
    return new Point2D(box.getCenterX(), box.getMinY() + 8 * pane.scaleProperty().get());
  }

  private Point2D row(String table, int row) {
    Bounds box = bounds(table);
    double middle = (38 + row * 19) * pane.scaleProperty().get();
    return new Point2D(box.getCenterX(), box.getMinY() + middle);
  }

  private Bounds bounds(String table) {
    Node node = pane.lookup("#table-" + table);
    return node.localToScreen(node.getBoundsInLocal());
  }
}
