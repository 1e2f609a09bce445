package dev.shardwright.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout;
import dev.shardwright.testing.Schemas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.RotateEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the mouse and the fingers do in the diagram. */
@ExtendWith(ApplicationExtension.class)
class DiagramGesturesTest extends DiagramOnScreen {
  @Start
  @Override
  void open(Stage stage) {
    super.open(stage);
  }

  @Test
  void aClickSelectsATableAndAClickBesideItNone(FxRobot robot) {
    show(robot, CARS);

    robot.clickOn("#table-cars");
    assertThat(selection.get()).containsExactly(Schemas.table("cars"));

    robot.clickOn(pane.localToScreen(8, 630));
    assertThat(selection.get()).isEmpty();
  }

  @Test
  void aClickWithControlAddsATable(FxRobot robot) {
    show(robot, CARS);

    robot.clickOn("#table-cars");
    Bounds tracks = bounds("#table-tracks", robot);
    robot.interact(
        () -> mouse(MouseEvent.MOUSE_PRESSED, tracks.getCenterX(), tracks.getCenterY(), false));
    robot.interact(
        () -> mouse(MouseEvent.MOUSE_RELEASED, tracks.getCenterX(), tracks.getCenterY(), false));

    assertThat(selection.get())
        .containsExactlyInAnyOrder(Schemas.table("cars"), Schemas.table("tracks"));
  }

  @Test
  void theWheelZoomsToThePointer(FxRobot robot) {
    show(robot, CARS);
    double before = pane.scaleProperty().get();
    Node cars = robot.lookup("#table-cars").query();
    double x = cars.localToScreen(cars.getBoundsInLocal()).getCenterX();

    robot.moveTo(cars).scroll(6, VerticalDirection.UP);

    assertThat(pane.scaleProperty().get()).isNotEqualTo(before);
    assertThat(cars.localToScreen(cars.getBoundsInLocal()).getCenterX()).isCloseTo(x, offset(2.0));
  }

  @Test
  void aPinchZoomsToWhereTheFingersAre(FxRobot robot) {
    show(robot, CARS);
    Viewport before = pane.camera().viewport();
    Point2D at = new Point2D(300, 240);

    robot.interact(() -> pinch(at, 1.5, false));

    Viewport after = pane.camera().viewport();
    assertThat(after.scale()).isCloseTo(before.scale() * 1.5, offset(1e-6));
    assertThat(after.toDrawingX(300)).isCloseTo(before.toDrawingX(300), offset(1e-6));
    assertThat(after.toDrawingY(240)).isCloseTo(before.toDrawingY(240), offset(1e-6));
    robot.interact(() -> pinch(at, 1 / 1.5, false));
    assertThat(pane.camera().viewport().scale()).isCloseTo(before.scale(), offset(1e-6));
  }

  @Test
  void turningFingersAndWhatGoesOnAfterThemMoveNothing(FxRobot robot) {
    show(robot, CARS);
    Viewport before = pane.camera().viewport();

    robot.interact(() -> {
      pinch(new Point2D(300, 240), 1.5, true);
      pane.fireEvent(scroll(40, true));
      pane.fireEvent(
          new RotateEvent(
              RotateEvent.ROTATE,
              300,
              240,
              300,
              240,
              false,
              false,
              false,
              false,
              true,
              false,
              30,
              30,
              null));
    });
    assertThat(pane.camera().viewport()).isEqualTo(before);

    robot.interact(() -> pane.fireEvent(scroll(40, false)));
    assertThat(pane.camera().viewport()).isNotEqualTo(before);
  }

  private void pinch(Point2D at, double factor, boolean inertia) {
    pane.fireEvent(
        new ZoomEvent(
            ZoomEvent.ZOOM,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            false,
            false,
            false,
            false,
            true,
            inertia,
            factor,
            factor,
            null));
  }

  private static ScrollEvent scroll(double by, boolean inertia) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        300,
        240,
        300,
        240,
        false,
        false,
        false,
        false,
        true,
        inertia,
        0,
        by,
        0,
        by,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  @Test
  void draggingPans(FxRobot robot) {
    show(robot, CARS);
    Node cars = robot.lookup("#table-cars").query();
    double x = cars.localToScreen(cars.getBoundsInLocal()).getMinX();

    robot.drag(pane.localToScreen(40, 600), MouseButton.PRIMARY).moveBy(60, -30).drop();

    assertThat(cars.localToScreen(cars.getBoundsInLocal()).getMinX())
        .isCloseTo(x + 60, offset(2.0));
  }

  @Test
  void aRubberBandSelectsWhatItTouches(FxRobot robot) {
    show(robot, CARS);

    robot.interact(() -> {
      mouse(MouseEvent.MOUSE_PRESSED, 2, 2, true);
      mouse(MouseEvent.MOUSE_DRAGGED, 955, 635, true);
      mouse(MouseEvent.MOUSE_RELEASED, 955, 635, true);
    });

    assertThat(selection.get()).hasSize(6);
  }

  @Test
  void aTablePulledByItsHeadStaysWhereItIsDroppedAndCanBePutBack(FxRobot robot) {
    show(robot, CARS);
    Area before = area("cars");

    robot.drag(head("cars", robot), MouseButton.PRIMARY).moveBy(50, 60).drop();

    await().atMost(Duration.ofSeconds(10)).until(() -> !area("cars").equals(before));
    double scale = pane.scaleProperty().get();
    assertThat(area("cars").x()).isCloseTo(before.x() + 50 / scale, offset(3.0));
    assertThat(area("cars").y()).isCloseTo(before.y() + 60 / scale, offset(3.0));
    assertThat(pane.layoutProperty().get().positions()).containsOnlyKeys(Schemas.table("cars"));

    robot.interact(() -> pane.layoutProperty().set(Layout.NONE));
    await().atMost(Duration.ofSeconds(10)).until(() -> area("cars").equals(before));
  }

  @Test
  void aRelationIsDrawnByPullingAColumnToAColumn(FxRobot robot) {
    show(robot, CARS);
    List<String> drawn = new ArrayList<>();
    robot.interact(() -> pane.setOnJoined((from, to) -> drawn.add(from + " " + to)));

    robot.drag(row("frauds", 0, robot), MouseButton.PRIMARY).dropTo(row("cars", 0, robot));
    assertThat(drawn).containsExactly("frauds.id cars.id");

    // Onto a table's head: its key is meant.
    robot.drag(row("frauds", 0, robot), MouseButton.PRIMARY).dropTo(head("rentals", robot));
    assertThat(drawn).endsWith("frauds.id rentals.id");
  }

  @Test
  void columnsOfOtherTypesAreNotJoinedAndEscapeEndsTheDrawing(FxRobot robot) {
    show(robot, CARS);
    List<String> drawn = new ArrayList<>();
    robot.interact(() -> pane.setOnJoined((from, to) -> drawn.add(from + " " + to)));

    robot.drag(row("frauds", 1, robot), MouseButton.PRIMARY).moveTo(row("cars", 0, robot));
    assertThat(robot.lookup("#diagram-joining").queryLabeled().getText())
        .contains("frauds.card is text");
    robot.drop();
    robot.drag(row("frauds", 0, robot), MouseButton.PRIMARY).moveTo(row("cars", 0, robot));
    robot.push(KeyCode.ESCAPE);
    robot.drop();

    assertThat(drawn).isEmpty();
    assertThat(robot.lookup("#diagram-joining").tryQuery()).isEmpty();
  }

  @Test
  void aBadgeLeadsToTheTableAtItsOtherEnd(FxRobot robot) {
    show(robot, plan(300));
    Placed from =
        pane.drawing().boxes().values().stream()
            .filter(b -> b.rows().stream().anyMatch(r -> r.leaving().isPresent()))
            .findFirst()
            .orElseThrow();
    int row = 0;
    while (from.rows().get(row).leaving().isEmpty()) {
      row++;
    }
    TableName to = from.rows().get(row).leaving().orElseThrow().tables().getFirst();
    robot.interact(() -> pane.reveal(from.table()));

    Placed box = from;
    double y = from.rowY(row);
    robot.interact(() -> {
      Point2D at = pane.camera().toPane(box.area().right() - 16, y);
      mouse(MouseEvent.MOUSE_PRESSED, at.getX(), at.getY(), false, false);
      mouse(MouseEvent.MOUSE_RELEASED, at.getX(), at.getY(), false, false);
    });

    assertThat(selection.get()).containsExactly(to);
  }

  private void mouse(EventType<MouseEvent> type, double x, double y, boolean shift) {
    mouse(type, x, y, shift, !shift);
  }

  /** The headless robot does not tell the mouse which keys are down. */
  private void mouse(
      EventType<MouseEvent> type, double x, double y, boolean shift, boolean control) {
    pane.fireEvent(
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            shift,
            control,
            false,
            control,
            true,
            false,
            false,
            true,
            false,
            true,
            new PickResult(pane, x, y)));
  }
}
