package dev.shardwright.ui.parts;

import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/** Where the keyboard goes when a part of the window gets it, and that it is seen there. */
public final class Focus {
  /** Set in a scene's properties while its user works with keys. */
  private static final String BY_KEYS = "dev.shardwright.byKeys";

  private Focus() {}

  /** Notes whether keys or the mouse are used; a list that gets the keyboard stands on a row. */
  public static void watch(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> scene.getProperties().put(BY_KEYS, true));
    scene.addEventFilter(KeyEvent.KEY_PRESSED, Focus::letEscapeOut);
    scene.addEventFilter(
        MouseEvent.MOUSE_PRESSED, press -> scene.getProperties().put(BY_KEYS, false));
    scene
        .focusOwnerProperty()
        .addListener((o, was, now) -> {
          if (now instanceof ListView<?> list
              && list.getFocusModel().getFocusedIndex() < 0
              && !list.getItems().isEmpty()) {
            list.getFocusModel().focus(0);
          }
        });
  }

  /** Lists and editors swallow Escape even with nothing to end; it is to lead out of a page. */
  private static void letEscapeOut(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE
        && (key.getTarget() instanceof ListView<?> || key.getTarget() instanceof CodeArea)) {
      Parent around = ((Node) key.getTarget()).getParent();
      key.consume();
      Event.fireEvent(around, key.copyFor(around, around));
    }
  }

  /** Gives the keyboard to the first control of a part that is there for work. */
  public static void into(Node part) {
    Node first = first(part).orElse(part);
    first.requestFocus();
    Scene scene = first.getScene();
    if (scene != null && Boolean.TRUE.equals(scene.getProperties().get(BY_KEYS))) {
      show(scene, first);
    }
  }

  /** JavaFX draws the focus only where a step from control to control led: so it is one. */
  private static void show(Scene scene, Node there) {
    there.requestFocusTraversal(TraversalDirection.NEXT);
    Node neighbour = scene.getFocusOwner();
    if (neighbour != null) {
      neighbour.requestFocusTraversal(TraversalDirection.PREVIOUS);
    }
    if (!there.equals(scene.getFocusOwner())) {
      there.requestFocus();
    }
  }

  /** The button that closes comes first in a sheet's order, but nobody opens a sheet for it. */
  private static Optional<Node> first(Node node) {
    if (!node.isVisible() || node.isDisabled() || node.getStyleClass().contains("close")) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> first(child).stream())
            .findFirst()
        : Optional.empty();
  }

  /** True if the keyboard is somewhere in the part. */
  public static boolean in(Node part) {
    for (Node node = owner(part); node != null; node = node.getParent()) {
      if (node.equals(part)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Node owner(Node part) {
    return part.getScene() == null ? null : part.getScene().getFocusOwner();
  }
}
