package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A DBA at the window with a plan file: looks, overrides, undoes, saves, opens again. */
@ExtendWith(ApplicationExtension.class)
class PlanJourneyTest {
  private static final Schema BLOG =
      Schemas.parse(
          """
          clients(id, city_id -> cities!)
          cities(id, name:text!)
          posts(id, client_id -> clients!)
          comments(id, post_id -> posts!, parent_id -> comments)
          fx_rates(id, rate:numeric)
          """);
  private static final TableName CITIES = new TableName("public", "cities");

  @TempDir private static Path folder;
  private Desk desk;

  @Start
  void open(Stage stage) {
    Path file = folder.resolve("blog.shardplan");
    Decisions root = Decisions.root(new TableName("public", "clients"));
    PlanFile.of(Plan.of(BLOG, root, Evidence.NONE)).write(file);
    desk = new Desk(stage);
    desk.model.openPlanFile(file);
  }

  @Test
  void aTableIsFoundOverriddenUndoneAndTheSavedPlanOpensAgain(FxRobot robot) {
    desk.until(() -> desk.model.plan().isPresent());
    assertThat(desk.words(robot, "#table-list")).contains("Client", "Context", "posts", "cities");

    robot.push(KeyCode.CONTROL, KeyCode.F).write("citi");
    desk.until(() -> !desk.words(robot, "#table-list").contains("posts"));
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
    desk.act(() -> desk.model.select(Selection.table(CITIES)));
    assertThat(desk.words(robot, "#inspector")).contains("cities", "Client rows point to it");

    robot.clickOn("#kind-neutral");
    desk.until(() -> desk.kind(CITIES) == Kind.NEUTRAL);
    assertThat(desk.words(robot, "#inspector")).contains("You decided so");
    assertThat(desk.words(robot, "#status")).contains("not saved");

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> desk.kind(CITIES) == Kind.CONTEXT);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    desk.until(() -> desk.kind(CITIES) == Kind.NEUTRAL);

    Path saved = folder.resolve("saved.shardplan");
    desk.act(() -> desk.model.saveAs(saved));
    desk.until(() -> desk.model.planFileProperty().get().filter(saved::equals).isPresent());
    assertThat(desk.words(robot, "#status")).contains("saved").doesNotContain("not saved");

    desk.act(() -> desk.model.undo());
    desk.act(() -> desk.model.openPlanFile(saved));
    desk.until(() -> desk.kind(CITIES) == Kind.NEUTRAL);
    assertThat(desk.model.dirtyProperty().get()).isFalse();
    assertThat(desk.model.journal().canUndoProperty().get()).isTrue();
  }

  @Test
  void aFindingLeadsToItsTable(FxRobot robot) {
    desk.until(() -> desk.model.plan().filter(p -> !p.findings().isEmpty()).isPresent());
    ListView<?> list = robot.lookup("#finding-list").queryListView();
    desk.act(() -> list.getSelectionModel().select(0));
    TableName table = desk.plan().findings().getFirst().table();
    assertThat(desk.words(robot, "#inspector")).contains(table.name());
    assertThat(desk.words(robot, "#finding-detail")).contains(table.name());
  }

  @Test
  void theJumpFieldGoesToATableByAPartOfItsName(FxRobot robot) {
    desk.until(() -> desk.model.plan().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.K).write("post").push(KeyCode.ENTER);
    desk.until(
        () -> desk.model.selection().equals(Selection.table(new TableName("public", "posts"))));
  }

  @Test
  void f8HidesTheFindingsAndBringsThemBack(FxRobot robot) {
    desk.until(() -> desk.model.plan().isPresent());
    robot.push(KeyCode.F8);
    assertThat(robot.lookup("#finding-list").tryQuery()).isEmpty();
    robot.push(KeyCode.F8);
    assertThat(robot.lookup("#finding-list").tryQuery()).isPresent();
  }
}
