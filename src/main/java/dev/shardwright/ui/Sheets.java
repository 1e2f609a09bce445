package dev.shardwright.ui;

import dev.shardwright.ui.parts.Focus;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/** Shows one page at a time over the work; the keyboard comes back to where it was. */
final class Sheets extends StackPane {
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private Optional<Node> sheet = Optional.empty();
  private Optional<Node> before = Optional.empty();
  private Runnable whenLeft = () -> {};

  /** True while a page covers the work. */
  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Puts the work there; what is covered is out of reach of the keyboard too. */
  void lieOver(Node work, Node veil) {
    work.visibleProperty().bind(open.not());
    getChildren().setAll(work, veil);
  }

  void show(Node page) {
    show(page, () -> {});
  }

  /**
   * Shows a page instead of the one before.
   *
   * @param left runs once the page is gone, however it was left
   */
  void show(Node page, Runnable left) {
    close();
    before = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
    sheet = Optional.of(page);
    whenLeft = left;
    getChildren().add(page);
    open.set(true);
    page.applyCss(); // what scrolls or can be divided has no children before
    Focus.into(page);
  }

  void close() {
    Optional<Node> old = sheet;
    sheet = Optional.empty();
    open.set(false);
    if (old.filter(getChildren()::remove).isPresent()) {
      before.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
      whenLeft.run();
    }
  }
}
