package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Kind;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.model.TableName;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Several tables are picked in the list and treated together, with keys alone. */
@ExtendWith(ApplicationExtension.class)
class TableListJourneyTest {
  private static final TableName CARS = new TableName("public", "cars");
  private static final TableName CITIES = new TableName("public", "cities");

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
  void keysPickTwoTablesAndTheMenuRecoloursAndHidesThem(FxRobot robot) {
    desk.settled();
    robot.push(KeyCode.CONTROL, KeyCode.F).write("c").push(KeyCode.DOWN);
    ListView<?> list = robot.lookup("#table-list").query();
    desk.act(() -> list.getFocusModel().focus(2));
    desk.act(() -> desk.model.select(Selection.table(CARS)));
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(desk.model.selection().tables()).containsExactlyInAnyOrder(CARS, CITIES);

    robot.push(KeyCode.SHIFT, KeyCode.F10);
    assertThat(menu().getItems().stream().map(MenuItem::getText))
        .contains("Make it Neutral", Texts.of("diagram.menu.focus"), Texts.of("diagram.menu.hide"));
    desk.act(() -> item("Make it Neutral").fire());
    desk.act(() -> menu().hide());
    desk.until(() -> desk.kind(CARS) == Kind.NEUTRAL && desk.kind(CITIES) == Kind.NEUTRAL);

    robot.push(KeyCode.SHIFT, KeyCode.F10);
    desk.act(() -> item(Texts.of("diagram.menu.hide")).fire());
    assertThat(desk.model.journal().layoutProperty().get().hidden().tables())
        .containsExactlyInAnyOrder(CARS, CITIES);
  }

  private static MenuItem item(String title) {
    return menu().getItems().stream()
        .filter(i -> title.equals(i.getText()))
        .findFirst()
        .orElseThrow();
  }

  private static ContextMenu menu() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
