package dev.shardwright.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Paper;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.ui.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PrintPreviewTest {
  private final ObjectProperty<Optional<Plan>> plan =
      new SimpleObjectProperty<>(
          Optional.of(
              Plan.of(
                  GeneratedSchemas.of(60, 5),
                  Decisions.root(GeneratedSchemas.ROOT),
                  Evidence.NONE)));
  private final ObjectProperty<Set<TableName>> selection = new SimpleObjectProperty<>(Set.of());
  private final List<Throwable> failures = new ArrayList<>();
  @TempDir private static Path folder;
  private DiagramPane pane;

  @Start
  void open(Stage stage) {
    pane = new DiagramPane(Background.live(), plan, selection, new SimpleBooleanProperty());
    pane.setPrints(() -> "crm", (doing, why) -> failures.add(why));
    stage.setScene(new Scene(pane, 960, 640));
    stage.sizeToScene();
    stage.show();
  }

  @Test
  void thePreviewShowsTheEdgesOfTheSheetsAndEscapeEndsIt(FxRobot robot) {
    until(() -> pane.drawing().boxes().size() == 60);
    Drawing screen = pane.drawing();

    robot.interact(pane.printing()::preview);
    until(() -> edges(robot) == 1);
    assertThat(robot.lookup("#diagram-print").query().isVisible()).isTrue();
    robot.interact(() -> pane.printing().tiledProperty().set(true));
    until(() -> edges(robot) > 3);
    int onA4 = edges(robot);
    robot.interact(() -> pane.printing().paperProperty().set(Paper.A3));
    until(() -> edges(robot) < onA4);
    robot.interact(pane::requestFocus);
    robot.push(KeyCode.ESCAPE);

    until(() -> edges(robot) == 0);
    assertThat(pane.drawing()).isEqualTo(screen);
  }

  @Test
  void theDiagramIsSavedAsWhatTheFilesEndingSays(FxRobot robot) throws Exception {
    for (String ending : List.of("pdf", "svg", "png")) {
      Path file = folder.resolve("crm." + ending);
      robot.interact(() -> pane.printing().save(file));
      until(() -> Files.exists(file));
      String start =
          new String(Files.readAllBytes(file), 0, 60, java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(start)
          .contains(ending.equals("pdf") ? "%PDF" : ending.equals("svg") ? "<" : "PNG");
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsToldAndNothingIsLeft(FxRobot robot) {
    Path file = folder.resolve("missing").resolve("crm.pdf");
    robot.interact(() -> pane.printing().save(file));
    until(() -> !failures.isEmpty());
    assertThat(failures.getFirst()).isInstanceOf(UserError.class).hasMessageContaining("crm.pdf");
  }

  private int edges(FxRobot robot) {
    Pane pages = robot.lookup("#diagram-pages").queryAs(Pane.class);
    return (int) pages.getChildren().stream().filter(Rectangle.class::isInstance).count();
  }

  private static void until(Callable<Boolean> holds) {
    await().atMost(Duration.ofSeconds(30)).until(holds);
  }
}
