package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Kind;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.report.ReportMenu;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * A week's work on the shop: root, finding, what if, decide, undo, save, reopen, export, report.
 */
@ExtendWith(ApplicationExtension.class)
class WeekJourneyTest {
  @TempDir private static Path folder;
  private Desk desk;

  @Start
  void open(Stage stage) {
    desk = new Desk(stage);
    desk.model.open(Source.parse("sample:car-rental", SourceOptions.DEFAULT));
  }

  @AfterEach
  void close() {
    desk.act(desk.model::close);
  }

  @Test
  void fromTheSampleToTheReport(FxRobot robot) throws Exception {
    settled();
    desk.act(() -> desk.model.chooseRoot(new TableName("public", "clients")));
    settled();
    Finding finding =
        desk.plan().findings().stream()
            .filter(f -> f.remedies().stream().anyMatch(r -> r.decision().isPresent()))
            .findFirst()
            .orElseThrow();
    desk.act(() -> desk.model.select(Selection.finding(finding)));
    desk.act(() ->
        finding.remedies().stream()
            .filter(r -> r.decision().isPresent())
            .findFirst()
            .ifPresent(desk.model.tryOut()::start));
    desk.until(() -> desk.model.tryOut().trialProperty().get().isPresent());
    robot.clickOn("#keep-branch");
    assertThat(desk.model.branches().keptProperty().get()).hasSize(1);
    robot.clickOn("#decide-tried");
    settled();
    assertThat(desk.model.journal().canUndoProperty().get()).isTrue();
    var decided = desk.model.journal().historyProperty().get().now();
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> !desk.model.journal().historyProperty().get().now().equals(decided));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);

    Path file = folder.resolve("week.shardplan");
    desk.act(() -> desk.model.saveAs(file));
    desk.until(() -> desk.model.planFileProperty().get().isPresent());
    desk.act(() -> desk.model.openPlanFile(file));
    desk.until(() -> desk.model.sourceProperty().get().isEmpty());
    assertThat(desk.model.journal().historyProperty().get().now().all())
        .containsExactlyInAnyOrderElementsOf(decided.all());
    assertThat(desk.model.branches().keptProperty().get()).hasSize(1);

    robot.push(KeyCode.CONTROL, KeyCode.E);
    TextField where = robot.lookup("#export-folder").query();
    desk.act(() -> where.setText(folder.resolve("out").toString()));
    robot.clickOn("#export-write");
    desk.until(() -> desk.words(robot, "#export-sheet").contains("files were written"));
    assertThat(folder.resolve("out").resolve("shard_schema.sql")).isNotEmptyFile();
    robot.push(KeyCode.ESCAPE);

    Path page = folder.resolve("report.html");
    desk.act(() -> ReportMenu.write(desk.model, ReportMenu.Form.HTML, page));
    desk.until(() -> desk.model.notices().saidProperty().get().isPresent());
    assertThat(Files.readString(page)).contains("rentals").contains("week.shardplan");
  }

  @Test
  void withTheKeyboardAlone(FxRobot robot) {
    settled();
    robot.push(KeyCode.CONTROL, KeyCode.R).write("citi").push(KeyCode.ENTER);
    desk.until(() -> desk.kind(new TableName("public", "cities")) == Kind.CLIENT);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> desk.kind(new TableName("public", "cities")) == Kind.CONTEXT);
    for (Sheet sheet :
        List.of(
            new Sheet(KeyCode.H, "#history"),
            new Sheet(KeyCode.L, "#work"),
            new Sheet(KeyCode.M, "#suggestions"),
            new Sheet(KeyCode.COMMA, "#settings"),
            new Sheet(KeyCode.E, "#export-sheet"))) {
      robot.push(KeyCode.CONTROL, sheet.key());
      assertThat(robot.lookup(sheet.id()).tryQuery()).as(sheet.id()).isPresent();
      assertThat(nameless(robot.lookup(sheet.id()).query())).as(sheet.id()).isEmpty();
      robot.push(KeyCode.ESCAPE);
      assertThat(robot.lookup(sheet.id()).tryQuery()).as(sheet.id()).isEmpty();
    }
    robot.push(KeyCode.F1);
    assertThat(robot.lookup("#help").tryQuery()).isPresent();
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.CONTROL, KeyCode.K).write("tracks").push(KeyCode.ENTER);
    desk.until(
        () -> desk.model.selection().equals(Selection.table(new TableName("public", "tracks"))));
    assertThat(nameless(desk.window)).isEmpty();
  }

  private record Sheet(KeyCode key, String id) {}

  /** The plan is there and nothing is under way. */
  private void settled() {
    desk.until(() -> desk.model.plan().isPresent() && desk.model.busy().isEmpty());
  }

  /** Controls that a screen reader could not name. */
  private static List<String> nameless(Node part) {
    List<String> nameless = new ArrayList<>();
    Set<Node> all = part.lookupAll("*");
    for (Node node : all) {
      boolean control =
          node instanceof ButtonBase
              || node instanceof TextInputControl
              || node instanceof ComboBoxBase
              || node instanceof CheckBox
              || node instanceof Slider
              || node instanceof ListView;
      boolean inner = !node.isVisible() || node.getParent() instanceof ComboBoxBase;
      if (control && !inner && !named(node)) {
        nameless.add(node.getClass().getSimpleName() + " " + node.getId() + node.getStyleClass());
      }
    }
    return nameless;
  }

  private static boolean named(Node node) {
    String text = node.getAccessibleText();
    boolean said = text != null && !text.isBlank();
    boolean labelled = node instanceof Labeled l && l.getText() != null && !l.getText().isBlank();
    boolean prompted =
        node instanceof TextInputControl t
            && t.getPromptText() != null
            && !t.getPromptText().isBlank();
    return said || labelled || prompted;
  }
}
