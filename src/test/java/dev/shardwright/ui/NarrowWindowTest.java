package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A small screen, or a usual one with everything twice as large: 800 × 500 and 640 × 400. */
@ExtendWith(ApplicationExtension.class)
class NarrowWindowTest {
  private Desk desk;
  private Stage stage;

  @Start
  void open(Stage shown) {
    stage = shown;
    desk = new Desk(shown);
    desk.model.open(Source.parse("sample:help-desk", SourceOptions.DEFAULT));
  }

  @AfterEach
  void close() {
    desk.act(desk.model::close);
  }

  @Test
  void everyPaneStaysWithinTheWindow(FxRobot robot) {
    desk.settled();
    for (int width : List.of(800, 640)) {
      desk.act(() -> {
        stage.setWidth(width);
        stage.setHeight(width * 5 / 8.0);
      });
      desk.until(() -> desk.window.getWidth() == width);
      for (String pane : List.of("#top-bar", "#tables", "#inspector", "#findings", "#status")) {
        assertInside(robot.lookup(pane).query(), width);
      }
      assertInside(robot.lookup("#export").query(), width);
      assertInside(robot.lookup("#jump").query(), width);
    }
  }

  private static void assertInside(Node node, double width) {
    Bounds at = node.localToScene(node.getLayoutBounds());
    assertThat(at.getMinX()).as(node.getId()).isGreaterThanOrEqualTo(0);
    assertThat(at.getMaxX()).as(node.getId()).isLessThanOrEqualTo(width);
    assertThat(at.getWidth()).as(node.getId()).isGreaterThan(20);
  }
}
