package dev.shardwright.ui;

import static org.awaitility.Awaitility.await;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A real window for journeys: within the headless screen of 1000 × 1000. */
final class Desk {
  private static final double WIDTH = 1000;
  private static final double HEIGHT = 900;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  final PlannerModel model = new PlannerModel(Background.live());
  final MainWindow window;

  /** What the dialogs of the desktop answer, since a headless screen has none. */
  volatile Path file = Path.of("");

  Desk(Stage stage) {
    Appearance appearance = new Appearance(model.darkProperty());
    appearance.themeProperty().set(Appearance.Theme.LIGHT);
    window = new MainWindow(model, appearance, answering());
    stage.setScene(window.scene(WIDTH, HEIGHT));
    stage.sizeToScene(); // it is the same stage for all tests, and some make it small
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private FileDialog answering() {
    return new FileDialog() {
      @Override
      public Optional<Path> save(Window over, String kind, String pattern, String name) {
        return Optional.of(file);
      }

      @Override
      public Optional<Path> open(Window over, String kind, String pattern) {
        return Optional.of(file);
      }
    };
  }

  /** The plan is there and nothing is under way. */
  void settled() {
    until(() -> model.plan().isPresent() && model.busy().isEmpty());
  }

  Plan plan() {
    return model.plan().orElseThrow();
  }

  Kind kind(TableName table) {
    return plan().kind(table);
  }

  /** Does something on the window's thread and waits until it was done. */
  void act(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  void until(Callable<Boolean> holds) {
    await().atMost(PATIENCE).until(() -> WaitForAsyncUtils.asyncFx(holds).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** All words that a part of the window shows. */
  String words(FxRobot robot, String query) {
    return robot.lookup(query).queryAll().stream().map(Desk::words).reduce("", String::concat);
  }

  private static String words(Node node) {
    String own = node instanceof Labeled labeled ? labeled.getText() + "\n" : "";
    if (node instanceof Labeled labeled && labeled.getGraphic() instanceof Parent graphic) {
      return own + words(graphic);
    }
    if (node instanceof Parent parent) {
      return own
          + parent.getChildrenUnmodifiable().stream().map(Desk::words).reduce("", String::concat);
    }
    return own;
  }
}
