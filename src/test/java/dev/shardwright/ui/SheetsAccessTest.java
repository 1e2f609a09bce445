package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.risk.Remedy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every sheet of the window: a screen reader can name each control, Escape leads back. */
@ExtendWith(ApplicationExtension.class)
class SheetsAccessTest {
  /** The sheets by the action that opens them. */
  private static final Map<String, String> SHEETS =
      Map.of(
          "open", "#connect",
          "export", "#export-sheet",
          "suggestions", "#suggestions",
          "questions", "#questions-sheet",
          "history", "#history",
          "work", "#work",
          "compare", "#connect",
          "statements", "#statements-sheet",
          "settings", "#settings",
          "help", "#help");

  private Desk desk;

  @Start
  void open(Stage stage) {
    desk = new Desk(stage);
    desk.model.open(Source.parse("sample:albums", SourceOptions.DEFAULT));
  }

  @AfterEach
  void close() {
    desk.act(desk.model::close);
  }

  @Test
  void everyControlHasANameAndEscapeLeadsBack(FxRobot robot) {
    desk.settled();
    decideSomething();
    Map<String, List<String>> nameless = new LinkedHashMap<>();
    nameless.put("window", nameless(desk.window));
    SHEETS.forEach((action, id) -> {
      desk.act(() -> desk.window.action(action).perform());
      assertThat(robot.lookup(id).tryQuery()).as(action).isPresent();
      nameless.put(action, nameless(robot.lookup(id).query()));
      Node here = desk.window.getScene().getFocusOwner();
      robot.push(KeyCode.ESCAPE);
      assertThat(robot.lookup(id).tryQuery()).as(action + " from " + here).isEmpty();
    });
    desk.act(
        () -> desk.model.comparison().with(Source.parse("sample:albums", SourceOptions.DEFAULT)));
    desk.until(() -> desk.model.comparison().driftProperty().get().isPresent());
    nameless.put("drift", nameless(robot.lookup("#drift").query()));
    robot.push(KeyCode.ESCAPE);
    // Leaving the comparison ends its connection, however it is left.
    assertThat(desk.model.comparison().driftProperty().get()).isEmpty();
    nameless.values().removeIf(List::isEmpty);
    assertThat(nameless).isEmpty();
  }

  @Test
  void whatFloatsAndWhatSpeaksUpHasNamesToo(FxRobot robot) {
    Map<String, List<String>> nameless = new LinkedHashMap<>();
    nameless.put("nothing open yet", nameless(desk.window));
    desk.settled();
    for (String list : List.of("jump", "root")) {
      desk.act(() -> desk.window.action(list).perform());
      robot.write("a");
      desk.until(() -> Window.getWindows().size() > 1);
      Window.getWindows().forEach(w -> nameless.put(list, nameless(w.getScene().getRoot())));
      robot.push(KeyCode.ESCAPE);
    }
    desk.act(() -> {
      var finding =
          desk.plan().findings().stream()
              .filter(f -> f.remedies().stream().anyMatch(Remedy::foreseeable))
              .findFirst()
              .orElseThrow();
      desk.model.select(Selection.finding(finding));
      finding.remedies().stream()
          .filter(Remedy::foreseeable)
          .findFirst()
          .ifPresent(desk.model.tryOut()::start);
    });
    desk.until(() -> desk.model.tryOut().trialProperty().get().isPresent());
    nameless.put("what if", nameless(desk.window));
    desk.act(() -> desk.model.failed("Trying").accept(new IllegalStateException("provoked")));
    assertThat(desk.words(robot, "#failure")).contains("code S-");
    nameless.put("failure", nameless(desk.window));
    nameless.values().removeIf(List::isEmpty);
    assertThat(nameless).isEmpty();
  }

  /** Lists and buttons of decisions, branches and findings are there only once there are some. */
  private void decideSomething() {
    desk.act(() -> {
      var finding =
          desk.plan().findings().stream()
              .filter(f -> f.remedies().stream().anyMatch(r -> r.decision().isPresent()))
              .findFirst()
              .orElseThrow();
      desk.model.select(Selection.finding(finding));
      finding.remedies().stream()
          .filter(r -> r.decision().isPresent())
          .findFirst()
          .ifPresent(desk.model.tryOut()::start);
    });
    desk.until(() -> desk.model.tryOut().trialProperty().get().isPresent());
    desk.act(() -> {
      desk.model.branches().keep("another way", desk.model.journal().historyProperty().get().now());
      desk.model.tryOut().decide();
    });
    desk.settled();
    desk.act(
        () -> desk.model.select(Selection.table(desk.plan().schema().tables().getFirst().name())));
  }

  private static List<String> nameless(Node part) {
    List<String> nameless = new ArrayList<>();
    for (Node node : part.lookupAll("*")) {
      boolean inner =
          !node.isVisible()
              || node.getParent() instanceof ComboBoxBase
              || node.getParent() instanceof Spinner;
      if (control(node) && !inner && !named(node)) {
        nameless.add(node.getClass().getSimpleName() + " " + node.getId() + node.getStyleClass());
      }
    }
    return nameless;
  }

  private static boolean control(Node node) {
    return node instanceof ButtonBase
        || node instanceof TextInputControl
        || node instanceof ComboBoxBase
        || node instanceof Spinner
        || node instanceof Slider
        || node instanceof ListView
        || node instanceof TableView
        || node instanceof TreeView
        || node instanceof CodeArea
        || (node instanceof ListCell<?> cell && !cell.isEmpty());
  }

  private static boolean named(Node node) {
    String text = String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    boolean said = !text.isBlank() && !text.equals("null");
    boolean labelled = node instanceof Labeled l && l.getText() != null && !l.getText().isBlank();
    boolean prompted =
        node instanceof TextInputControl t
            && t.getPromptText() != null
            && !t.getPromptText().isBlank();
    return said || labelled || prompted;
  }
}
