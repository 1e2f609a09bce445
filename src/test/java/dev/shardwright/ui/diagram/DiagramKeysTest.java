package dev.shardwright.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardwright.diagram.Area;
import dev.shardwright.testing.Schemas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the keyboard does in the diagram, and what a screen reader is told of it. */
@ExtendWith(ApplicationExtension.class)
class DiagramKeysTest extends DiagramOnScreen {
  @Start
  @Override
  void open(Stage stage) {
    super.open(stage);
  }

  /** What a screen reader is told, by the questions that it asks. */
  @Test
  void everyTableIsReadOutWithItsColourAndWhatCanBeDone(FxRobot robot) {
    show(robot, CARS);

    pane.drawing()
        .boxes()
        .forEach((table, box) -> {
          Node node = robot.lookup("#table-" + table.name()).query();
          assertThat(node.getAccessibleRole()).isEqualTo(AccessibleRole.BUTTON);
          assertThat(asked(node, AccessibleAttribute.ROLE_DESCRIPTION)).isEqualTo("table");
          assertThat(asked(node, AccessibleAttribute.TEXT))
              .startsWith("Table " + table)
              .contains(box.box().look().title().toLowerCase(Locale.ROOT))
              .contains(box.rows().size() + " column");
          assertThat(asked(node, AccessibleAttribute.HELP)).contains("Enter selects");
          assertThat(node.queryAccessibleAttribute(AccessibleAttribute.PARENT)).isNotNull();
        });
    assertThat(asked(pane, AccessibleAttribute.TEXT))
        .isEqualTo("Diagram of " + pane.drawing().boxes().size() + " tables");
  }

  @Test
  void tabWalksOverTheTablesInTheOrderOfTheirNames(FxRobot robot) {
    show(robot, CARS);
    List<String> names =
        pane.drawing().boxes().keySet().stream().map(t -> "table-" + t.name()).toList();
    Node first = robot.lookup("#" + names.getFirst()).query();
    robot.interact(first::requestFocus);

    List<String> walked = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      walked.add(pane.getScene().getFocusOwner().getId());
      robot.push(KeyCode.TAB);
    }
    assertThat(walked).isEqualTo(names);
    robot.interact(first::requestFocus);
    robot.push(KeyCode.ENTER);
    assertThat(selection.get()).containsExactly(pane.drawing().boxes().keySet().iterator().next());
  }

  private static String asked(Node node, AccessibleAttribute what) {
    return String.valueOf(node.queryAccessibleAttribute(what));
  }

  @Test
  void arrowsWalkAlongRelations(FxRobot robot) {
    show(robot, CARS);
    robot.clickOn("#table-rentals");

    robot.push(KeyCode.LEFT);

    assertThat(selection.get())
        .hasSize(1)
        .isSubsetOf(Set.of(Schemas.table("clients"), Schemas.table("cars")));
  }

  @Test
  void altWithArrowsMovesTheSelectedTable(FxRobot robot) {
    show(robot, CARS);
    robot.clickOn("#table-cars");
    Area before = area("cars");

    robot.push(KeyCode.ALT, KeyCode.DOWN);

    await().atMost(Duration.ofSeconds(10)).until(() -> area("cars").y() == before.y() + 20);
  }

  @Test
  void aSelectedTableIsHiddenAndShownAgainByTheKeyboard(FxRobot robot) {
    show(robot, CARS);
    robot.clickOn("#table-frauds");

    robot.push(KeyCode.H);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> pane.drawing().box(Schemas.table("frauds")).isEmpty());
    robot.push(KeyCode.SHIFT, KeyCode.H);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> pane.drawing().box(Schemas.table("frauds")).isPresent());
  }
}
