package dev.shardwright.ui.diagram;

import static org.awaitility.Awaitility.await;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Area;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Schemas;
import dev.shardwright.ui.Background;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A diagram in a window of its own, for the stories that look at it and work with it. */
abstract class DiagramOnScreen {
  static final Plan CARS =
      plan(
          """
          cities(id, name:text) clients(id, city_id -> cities!, login:text!)
          cars(id, vin:text) rentals(id, client_id -> clients!, car_id -> cars)
          tracks(id, rental_id -> rentals!) frauds(id, card:text)
          """);

  final ObjectProperty<Optional<Plan>> plan = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Set<TableName>> selection = new SimpleObjectProperty<>(Set.of());
  final BooleanProperty dark = new SimpleBooleanProperty();
  DiagramPane pane;

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

  Bounds bounds(String query, FxRobot robot) {
    Node node = robot.lookup(query).query();
    return pane.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
  }

  Area area(String table) {
    return pane.drawing().box(Schemas.table(table)).orElseThrow().area();
  }

  /** The middle of a table's head on the screen. */
  Point2D head(String table, FxRobot robot) {
    Bounds box = bounds("#table-" + table, robot);
    return pane.localToScreen(box.getCenterX(), box.getMinY() + 8 * pane.scaleProperty().get());
  }

  Point2D row(String table, int row, FxRobot robot) {
    Bounds box = bounds("#table-" + table, robot);
    double middle = (28 + 10 + row * 19) * pane.scaleProperty().get();
    return pane.localToScreen(box.getCenterX(), box.getMinY() + middle);
  }

  void show(FxRobot robot, Plan of) {
    robot.interact(() -> plan.set(Optional.of(of)));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> pane.drawing().boxes().size() == of.schema().tables().size());
    robot.interact(() -> {});
  }

  static Plan plan(int tables) {
    return Plan.of(
        GeneratedSchemas.of(tables, 5), Decisions.root(GeneratedSchemas.ROOT), Evidence.NONE);
  }

  static Plan plan(String text) {
    return Plan.of(Schemas.parse(text), Decisions.root(Schemas.table("clients")), Evidence.NONE);
  }
}
