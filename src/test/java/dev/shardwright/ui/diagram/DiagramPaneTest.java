package dev.shardwright.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Detail;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Schemas;
import dev.shardwright.ui.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
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

@ExtendWith(ApplicationExtension.class)
class DiagramPaneTest {
  private static final Plan CARS =
      plan(
          """
          cities(id, name:text) clients(id, city_id -> cities!, login:text!)
          cars(id, vin:text) rentals(id, client_id -> clients!, car_id -> cars)
          tracks(id, rental_id -> rentals!) frauds(id, card:text)
          """);

  private final ObjectProperty<Optional<Plan>> plan = new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Set<TableName>> selection = new SimpleObjectProperty<>(Set.of());
  private final BooleanProperty dark = new SimpleBooleanProperty();
  private DiagramPane pane;

  @Start
  void open(Stage stage) {
    pane = new DiagramPane(Background.live(), plan, selection, dark);
    stage.setScene(new Scene(pane, 960, 640));
    // The headless platform tells a wheel's place on the screen as its place in the window.
    stage.sizeToScene();
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  @Test
  void everyTableCanBeFoundByItsName(FxRobot robot) {
    show(robot, CARS);

    Node rentals = robot.lookup("#table-rentals").query();
    assertThat(rentals.getAccessibleText()).startsWith("Table public.rentals, client, 3 columns");
    assertThat(robot.lookup("#table-frauds").tryQuery()).isPresent();
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

  /** What a screen reader is told, by the questions that it asks. */
  @Test
  void everyTableIsReadOutWithItsColourAndWhatCanBeDone(FxRobot robot) {
    show(robot, CARS);

    pane.drawing()
        .boxes()
        .forEach((table, box) -> {
          Node node = robot.lookup("#table-" + table.name()).query();
          assertThat(node.getAccessibleRole()).isEqualTo(AccessibleRole.BUTTON);
          assertThat(asked(node, AccessibleAttribute.ROLE_DESCRIPTION)).isEqualTo("table");
          assertThat(asked(node, AccessibleAttribute.TEXT))
              .startsWith("Table " + table)
              .contains(box.box().look().title().toLowerCase(Locale.ROOT))
              .contains(box.rows().size() + " column");
          assertThat(asked(node, AccessibleAttribute.HELP)).contains("Enter selects");
          assertThat(node.queryAccessibleAttribute(AccessibleAttribute.PARENT)).isNotNull();
        });
    assertThat(asked(pane, AccessibleAttribute.TEXT))
        .isEqualTo("Diagram of " + pane.drawing().boxes().size() + " tables");
  }

  @Test
  void tabWalksOverTheTablesInTheOrderOfTheirNames(FxRobot robot) {
    show(robot, CARS);
    List<String> names =
        pane.drawing().boxes().keySet().stream().map(t -> "table-" + t.name()).toList();
    Node first = robot.lookup("#" + names.getFirst()).query();
    robot.interact(first::requestFocus);

    List<String> walked = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      walked.add(pane.getScene().getFocusOwner().getId());
      robot.push(KeyCode.TAB);
    }
    assertThat(walked).isEqualTo(names);
    robot.interact(first::requestFocus);
    robot.push(KeyCode.ENTER);
    assertThat(selection.get()).containsExactly(pane.drawing().boxes().keySet().iterator().next());
  }

  private static String asked(Node node, AccessibleAttribute what) {
    return String.valueOf(node.queryAccessibleAttribute(what));
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
  void arrowsWalkAlongRelations(FxRobot robot) {
    show(robot, CARS);
    robot.clickOn("#table-rentals");

    robot.push(KeyCode.LEFT);

    assertThat(selection.get())
        .hasSize(1)
        .isSubsetOf(Set.of(Schemas.table("clients"), Schemas.table("cars")));
  }

  @Test
  void altWithArrowsMovesTheSelectedTable(FxRobot robot) {
    show(robot, CARS);
    robot.clickOn("#table-cars");
    Area before = area("cars");

    robot.push(KeyCode.ALT, KeyCode.DOWN);

    await().atMost(Duration.ofSeconds(10)).until(() -> area("cars").y() == before.y() + 20);
  }

  @Test
  void aSelectedTableIsHiddenAndShownAgainByTheKeyboard(FxRobot robot) {
    show(robot, CARS);
    robot.clickOn("#table-frauds");

    robot.push(KeyCode.H);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> pane.drawing().box(Schemas.table("frauds")).isEmpty());
    robot.push(KeyCode.SHIFT, KeyCode.H);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> pane.drawing().box(Schemas.table("frauds")).isPresent());
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

  private Bounds bounds(String query, FxRobot robot) {
    Node node = robot.lookup(query).query();
    return pane.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
  }

  private Area area(String table) {
    return pane.drawing().box(Schemas.table(table)).orElseThrow().area();
  }

  /** The middle of a table's head on the screen. */
  private Point2D head(String table, FxRobot robot) {
    Bounds box = bounds("#table-" + table, robot);
    return pane.localToScreen(box.getCenterX(), box.getMinY() + 8 * pane.scaleProperty().get());
  }

  private Point2D row(String table, int row, FxRobot robot) {
    Bounds box = bounds("#table-" + table, robot);
    double middle = (28 + 10 + row * 19) * pane.scaleProperty().get();
    return pane.localToScreen(box.getCenterX(), box.getMinY() + middle);
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

  private void show(FxRobot robot, Plan of) {
    robot.interact(() -> plan.set(Optional.of(of)));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> pane.drawing().boxes().size() == of.schema().tables().size());
    robot.interact(() -> {});
  }

  private static Plan plan(int tables) {
    return Plan.of(
        GeneratedSchemas.of(tables, 5), Decisions.root(GeneratedSchemas.ROOT), Evidence.NONE);
  }

  private static Plan plan(String text) {
    return Plan.of(Schemas.parse(text), Decisions.root(Schemas.table("clients")), Evidence.NONE);
  }
}
