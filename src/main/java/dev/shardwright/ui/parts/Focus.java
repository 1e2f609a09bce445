package dev.shardwright.ui.parts;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Where the keyboard goes when a part of the window gets it. */
public final class Focus {
  private Focus() {}

  /** Gives the keyboard to the first control of a part that is there for work. */
  public static void into(Node part) {
    first(part).orElse(part).requestFocus();
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
