package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.risk.Finding;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A finding is accepted, found again among the accepted, taken back; blockers lead to it. */
@ExtendWith(ApplicationExtension.class)
class FindingsJourneyTest {
  private Desk desk;

  @Start
  void open(Stage stage) {
    desk = new Desk(stage);
    desk.model.open(Source.parse("sample:help-desk", SourceOptions.DEFAULT));
  }

  @AfterEach
  void close() {
    desk.act(desk.model::close);
  }

  @Test
  void anAcceptedFindingMovesToTheAcceptedAndUndoBringsItBack(FxRobot robot) {
    desk.settled();
    Finding first = desk.plan().findings().getFirst();
    desk.act(() -> desk.model.select(Selection.finding(first)));
    desk.until(() -> listed(robot, first));

    Button accept = robot.lookup(Texts.of("findings.accept")).queryButton();
    desk.act(accept::fire);
    desk.until(() -> desk.plan().findings().stream().anyMatch(f -> f.state() == State.ACCEPTED));
    desk.settled();
    desk.until(() -> !listed(robot, first));
    // The button that had the keyboard is gone; it stays with the findings.
    assertThat(desk.window.getScene().getFocusOwner().getId()).isEqualTo("finding-list");

    MenuButton states = robot.lookup("#finding-states").query();
    assertThat(states.getText()).isEqualTo("Only open");
    desk.act(() -> {
      CheckMenuItem accepted =
          states.getItems().stream()
              .filter(item -> item.getText().equals("1 accepted"))
              .map(CheckMenuItem.class::cast)
              .findFirst()
              .orElseThrow();
      accepted.setSelected(true);
      accepted.fire();
    });
    desk.until(() -> listed(robot, first));
    assertThat(states.getText()).isEqualTo("Only open, accepted");

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> desk.plan().findings().stream().allMatch(f -> f.state() == State.OPEN));
    desk.until(() -> listed(robot, first));
  }

  @Test
  void aBlockerOfTheExportIsToldInPlainWordsAndLeadsToItsFinding(FxRobot robot) {
    desk.settled();
    robot.push(KeyCode.CONTROL, KeyCode.E);
    assertThat(desk.words(robot, "#export-state"))
        .contains("Direct connection", "clients", "main_desk_id of clients leads to desks")
        .doesNotContain("DIRECT_CONNECTION", "public.", "--dispatch-key");
    desk.until(() -> text(robot).startsWith("# The split of"));
    // What is no SQL has no keywords to colour.
    assertThat(robot.lookup("#export-sheet .keyword").tryQuery()).isEmpty();

    desk.act(() -> robot.lookup("#export-state .link").<Button>query().fire());
    assertThat(robot.lookup("#export-sheet").tryQuery()).isEmpty();
    assertThat(desk.model.selectedFinding()).contains(desk.plan().findings().getFirst());
  }

  private static boolean listed(FxRobot robot, Finding finding) {
    return robot.lookup("#finding-list").queryListView().getItems().stream()
        .anyMatch(line -> line.toString().contains(finding.message()));
  }

  private static String text(FxRobot robot) {
    return robot.lookup("#export-sheet .sql-area").<CodeArea>query().getText();
  }
}
