package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Who opens a page by a key goes on with the keyboard there, and comes back to where he was. */
@ExtendWith(ApplicationExtension.class)
class PagesTest {
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
  void aPageOpensWithTheKeyboardInItsFirstField(FxRobot robot) {
    desk.settled();
    robot.push(KeyCode.CONTROL, KeyCode.O).write("jdbc:mysql://db/shop");
    TextField url = robot.lookup("#db-url").query();
    assertThat(url.getText()).isEqualTo("jdbc:mysql://db/shop");
    robot.push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.E);
    assertThat(focused()).isEqualTo("export-files");
  }

  @Test
  void aPageThatTheSearchOpensHasTheKeyboardToo(FxRobot robot) {
    desk.settled();
    robot.push(KeyCode.CONTROL, KeyCode.K).write("Export").push(KeyCode.ENTER);
    desk.until(() -> robot.lookup("#export-sheet").tryQuery().isPresent());
    assertThat(focused()).isEqualTo("export-files");
    robot.push(KeyCode.ESCAPE);
    assertThat(focused()).isEqualTo("jump");
  }

  @Test
  void escapeGivesTheKeyboardBack(FxRobot robot) {
    desk.settled();
    desk.act(() -> robot.lookup("#finding-list").query().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.L);
    assertThat(focused()).isNotEqualTo("finding-list");
    robot.push(KeyCode.ESCAPE);
    assertThat(focused()).isEqualTo("finding-list");
  }

  private String focused() {
    Node owner = desk.window.getScene().getFocusOwner();
    return owner == null ? "nowhere" : String.valueOf(owner.getId());
  }
}
