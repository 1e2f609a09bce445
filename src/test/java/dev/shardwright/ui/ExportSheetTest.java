package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window refuses, marks INCOMPLETE and asks for consent just as the command line does. */
@ExtendWith(ApplicationExtension.class)
class ExportSheetTest {
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
  void aTargetThatRefusesAndAFileThatAHandChangedNeedConsent(FxRobot robot) throws Exception {
    desk.until(() -> desk.model.plan().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.E);
    TextField where = robot.lookup("#export-folder").query();
    desk.act(() -> where.setText(folder.toString()));
    assertThat(robot.lookup("#export-force").queryAs(CheckBox.class).isVisible()).isFalse();

    TextField version = robot.lookup("#export-version").query();
    desk.act(() -> version.setText("9.6"));
    assertThat(desk.words(robot, "#export-state"))
        .contains("NOT READY")
        .contains("does not know an identity column");
    Node write = robot.lookup("#export-write").query();
    assertThat(write.isDisabled()).isTrue();
    desk.act(() -> robot.lookup("#export-force").queryAs(CheckBox.class).setSelected(true));
    assertThat(write.isDisabled()).isFalse();
    robot.clickOn("#export-write");
    desk.until(() -> desk.words(robot, "#export-sheet").contains("files were written"));
    Path file = folder.resolve("shard_schema.sql");
    assertThat(Files.readString(file)).contains("-- INCOMPLETE").contains("an identity column");

    Files.writeString(file, Files.readString(file) + "-- mine\n");
    desk.act(() -> version.setText(""));
    assertThat(desk.words(robot, "#export-state")).startsWith("READY");
    robot.clickOn("#export-write");
    desk.until(() -> !desk.words(robot, "#export-sheet").contains("files were written"));
    assertThat(Files.readString(file)).endsWith("-- mine\n");
    desk.act(() -> robot.lookup("#export-over").queryAs(CheckBox.class).setSelected(true));
    robot.clickOn("#export-write");
    desk.until(() -> desk.words(robot, "#export-sheet").contains("files were written"));
    assertThat(Files.readString(file)).doesNotContain("-- mine").doesNotContain("INCOMPLETE");
  }

  @Test
  void rowsThatAreAskedForTickTheFilesThatHoldThem(FxRobot robot) {
    desk.until(() -> desk.model.plan().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.E);
    assertThat(ticked(robot, "context_data.sql")).as("a sample's rows cost nobody").isTrue();
    desk.act(() -> box(robot, "checks.sql").setSelected(false));
    ComboBox<?> data = robot.lookup("#export-data").queryComboBox();
    desk.act(() -> data.getSelectionModel().selectFirst());
    assertThat(ticked(robot, "context_data.sql")).isFalse();
    desk.act(() -> data.getSelectionModel().selectLast());
    assertThat(ticked(robot, "context_data.sql")).isTrue();
    assertThat(ticked(robot, "neutral_data.sql")).isTrue();
    assertThat(ticked(robot, "checks.sql")).as("what was chosen by hand").isFalse();
  }

  private static boolean ticked(FxRobot robot, String file) {
    return box(robot, file).isSelected();
  }

  private static CheckBox box(FxRobot robot, String file) {
    return robot.lookup((CheckBox box) -> ("want-" + file).equals(box.getId())).query();
  }
}
