package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From the sample to the report without a mouse: nothing but keys goes to the window. */
@ExtendWith(ApplicationExtension.class)
class KeyboardJourneyTest {
  private static final int MOST_TABS = 60;

  @TempDir private static Path folder;
  private Desk desk;

  @Start
  void open(Stage stage) {
    desk = new Desk(stage);
  }

  @AfterEach
  void close() {
    desk.act(desk.model::close);
  }

  @Test
  void fromTheSampleToTheReport(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.O);
    tabTo(robot, node -> "sample-albums".equals(node.getId()));
    robot.push(KeyCode.SPACE);
    desk.settled();
    assertThat(desk.plan().schema().origin().described()).contains("albums");

    robot.push(KeyCode.CONTROL, KeyCode.R).write("photos").push(KeyCode.ENTER);
    desk.until(() -> root().equals("photos"));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> !root().equals("photos"));
    desk.settled();

    // A finding from the list, its remedies, the plan as it would be, the decision.
    tabTo(robot, node -> "finding-list".equals(node.getId()), KeyCode.F6);
    robot.push(KeyCode.HOME);
    for (int row = 0; row < MOST_TABS && !decidable(); row++) {
      robot.push(KeyCode.DOWN);
    }
    robot.push(KeyCode.ENTER);
    tabTo(robot, titled(Texts.of("findings.whatIf")));
    robot.push(KeyCode.SPACE);
    desk.until(() -> desk.model.tryOut().trialProperty().get().isPresent());
    tabTo(robot, node -> "decide-tried".equals(node.getId()));
    Decisions before = decisions();
    robot.push(KeyCode.SPACE);
    desk.until(() -> !decisions().equals(before));
    desk.settled();
    Decisions decided = decisions();
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> decisions().equals(before));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    desk.until(() -> decisions().equals(decided));
    desk.settled();

    desk.file = folder.resolve("week.shardplan");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    desk.until(() -> desk.model.planFileProperty().get().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.O);
    tabTo(robot, titled(Texts.of("connect.planFile")));
    robot.push(KeyCode.SPACE);
    desk.until(() -> desk.model.sourceProperty().get().isEmpty());
    desk.settled();
    assertThat(decisions().all()).containsExactlyInAnyOrderElementsOf(decided.all());

    export(robot);
    desk.file = folder.resolve("report.html");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    desk.until(() -> Files.exists(folder.resolve("report.html")));
    desk.settled();
    assertThat(Files.readString(folder.resolve("report.html"))).contains("week.shardplan");
  }

  private void export(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.E);
    tabTo(robot, node -> "export-folder".equals(node.getId()));
    robot.push(KeyCode.CONTROL, KeyCode.A).write(folder.resolve("out").toString());
    boolean blocked = !WorkList.of(desk.plan()).ready();
    if (blocked) {
      tabTo(robot, node -> "export-force".equals(node.getId()));
      robot.push(KeyCode.SPACE);
    }
    tabTo(robot, node -> "export-write".equals(node.getId()));
    robot.push(KeyCode.SPACE);
    desk.until(() -> Files.exists(folder.resolve("out").resolve("shard_schema.sql")));
    desk.settled();
    robot.push(KeyCode.ESCAPE);
  }

  private Decisions decisions() {
    return desk.model.journal().historyProperty().get().now();
  }

  private String root() {
    return desk.model.plan().flatMap(Plan::root).map(TableName::name).orElse("");
  }

  private boolean decidable() {
    return desk.model
        .selectedFinding()
        .filter(f -> f.remedies().stream().anyMatch(r -> r.decision().isPresent()))
        .isPresent();
  }

  private static Predicate<Node> titled(String words) {
    return node -> node instanceof Labeled labeled && words.equals(labeled.getText());
  }

  private void tabTo(FxRobot robot, Predicate<Node> wanted) {
    tabTo(robot, wanted, KeyCode.TAB);
  }

  /** Presses a key until the keyboard is where a user wants it. */
  private void tabTo(FxRobot robot, Predicate<Node> wanted, KeyCode key) {
    StringBuilder way = new StringBuilder();
    for (int tabs = 0; tabs < MOST_TABS; tabs++) {
      Node here = desk.window.getScene().getFocusOwner();
      if (here != null && wanted.test(here)) {
        return;
      }
      way.append(here == null ? "nowhere" : here.getClass().getSimpleName() + " " + here.getId());
      way.append(", ");
      robot.push(key);
    }
    throw new AssertionError("not reached by " + key + ": " + way);
  }
}
