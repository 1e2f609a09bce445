package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.testing.Luminance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whoever works without a mouse sees where the keyboard is: in every sheet, in both themes. */
@ExtendWith(ApplicationExtension.class)
class FocusWalkTest {
  private static final List<String> SHEETS =
      List.of(
          "open",
          "export",
          "suggestions",
          "questions",
          "history",
          "work",
          "statements",
          "settings",
          "help");
  private static final int MOST_STOPS = 80;

  // WCAG 2.2, 2.4.13 "Focus Appearance": at least 3 to 1 between focused and not
  private static final double LEAST_CONTRAST = 3;
  private static final int LEAST_PIXELS = 20;
  private static final double AROUND = 4;

  private Desk desk;
  private final List<String> unseen = new ArrayList<>();
  private final Set<List<String>> looks = new HashSet<>();

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
  void theKeyboardComesRoundEverySheetAndIsSeenAtEveryStop(FxRobot robot) {
    everySheet(() -> robot.push(KeyCode.TAB));
  }

  @Test
  void itIsSeenInTheDarkToo() {
    desk.settled();
    desk.act(() -> desk.window.action("theme").perform());
    everySheet(() -> desk.act(() -> here().requestFocusTraversal(TraversalDirection.NEXT)));
  }

  private void everySheet(Runnable step) {
    desk.settled();
    desk.act(() -> desk.model.select(Selection.finding(desk.plan().findings().getFirst())));
    walk(step, "window");
    for (String sheet : SHEETS) {
      desk.act(() -> desk.window.action(sheet).perform());
      desk.settled();
      walk(step, sheet);
      desk.act(() -> desk.window.action("close").perform());
    }
    assertThat(unseen).isEmpty();
  }

  private Node here() {
    Node owner = desk.window.getScene().getFocusOwner();
    return owner == null ? desk.window : owner;
  }

  /** Step after step until the walk comes round: a control that keeps the keyboard is a trap. */
  private void walk(Runnable step, String where) {
    Set<Node> seen = new HashSet<>();
    step.run();
    Node first = here();
    for (Node here = first; seen.add(here); here = here()) {
      // What looks alike shows the focus alike.
      if (looks.add(List.copyOf(here.getStyleClass()))) {
        look(where, here);
      }
      assertThat(seen).as(where).hasSizeLessThan(MOST_STOPS);
      step.run();
      if (here().equals(here)) {
        unseen.add(where + ": " + named(here) + " keeps the keyboard");
        return;
      }
    }
  }

  private void look(String where, Node here) {
    WritableImage with = picture(here);
    desk.act(desk.window::requestFocus);
    int told = told(with, picture(here));
    desk.act(here::requestFocus);
    if (told < LEAST_PIXELS) {
      unseen.add(where + ": " + named(here) + " " + told);
    }
  }

  private WritableImage picture(Node node) {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          Parent root = desk.window.getScene().getRoot();
          Bounds at = node.localToScene(node.getLayoutBounds());
          SnapshotParameters part = new SnapshotParameters();
          part.setFill(Color.BLACK);
          part.setViewport(
              new Rectangle2D(
                  at.getMinX() - AROUND,
                  at.getMinY() - AROUND,
                  at.getWidth() + 2 * AROUND,
                  at.getHeight() + 2 * AROUND));
          return root.snapshot(part, null);
        });
  }

  private static int told(WritableImage one, WritableImage other) {
    PixelReader a = one.getPixelReader();
    PixelReader b = other.getPixelReader();
    int told = 0;
    for (int y = 0; y < Math.min(one.getHeight(), other.getHeight()); y++) {
      for (int x = 0; x < Math.min(one.getWidth(), other.getWidth()); x++) {
        told += contrast(a.getColor(x, y), b.getColor(x, y)) >= LEAST_CONTRAST ? 1 : 0;
      }
    }
    return told;
  }

  private static double contrast(Color one, Color other) {
    return luminance(one).contrast(luminance(other));
  }

  private static Luminance luminance(Color colour) {
    return Luminance.of(colour.getRed(), colour.getGreen(), colour.getBlue());
  }

  private static String named(Node node) {
    String words = node instanceof Labeled labeled ? labeled.getText() : "";
    return node.getClass().getSimpleName()
        + " "
        + node.getId()
        + " "
        + words
        + " "
        + node.getAccessibleText()
        + node.getStyleClass();
  }
}
