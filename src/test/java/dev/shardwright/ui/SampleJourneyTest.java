package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Kind;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.model.TableName;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The first start: the car rental from a real server, its colours, its export, a wrong address. */
@ExtendWith(ApplicationExtension.class)
class SampleJourneyTest {
  private static final TableName RENTALS = new TableName("public", "rentals");

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
  void theSampleIsColouredExportedAndAWrongAddressIsASentence(FxRobot robot) throws Exception {
    desk.until(() -> desk.model.plan().isPresent());
    assertThat(desk.kind(RENTALS)).isEqualTo(Kind.CLIENT);
    assertThat(desk.words(robot, "#table-list")).contains("Client", "Context", "Neutral");
    assertThat(desk.words(robot, "#source")).contains("PostgreSQL", "read-only ✓");
    desk.act(() -> desk.model.select(Selection.table(RENTALS)));
    assertThat(desk.words(robot, "#inspector")).contains("Every row belongs to exactly one client");

    robot.push(KeyCode.CONTROL, KeyCode.E);
    TextField where = robot.lookup("#export-folder").query();
    desk.act(() -> where.setText(folder.resolve("out").toString()));
    robot.clickOn("#export-write");
    desk.until(() -> desk.words(robot, "#export-sheet").contains("files were written"));
    assertThat(Files.readString(folder.resolve("out").resolve("shard_schema.sql")))
        .contains("rentals");
    robot.push(KeyCode.ESCAPE);

    robot.push(KeyCode.CONTROL, KeyCode.O);
    TextField url = robot.lookup("#db-url").query();
    desk.act(() -> url.setText("jdbc:postgresql://localhost:1/shop"));
    assertThat(robot.lookup("#db-host").queryAs(TextField.class).getText()).isEqualTo("localhost");
    robot.clickOn("#db-test");
    desk.until(() -> desk.words(robot, "#db-answer").contains("localhost:1"));
    robot.push(KeyCode.ESCAPE);
    assertThat(desk.kind(RENTALS)).isEqualTo(Kind.CLIENT);
  }
}
