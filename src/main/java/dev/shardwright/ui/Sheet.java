package dev.shardwright.ui;

import dev.shardwright.ui.parts.Nodes;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** A page over the work, with a heading and a way back: opening and exporting live on one. */
public class Sheet extends BorderPane {
  private final HBox head = new HBox();

  protected Sheet(String title, Runnable close) {
    getStyleClass().add("sheet-page");
    head.getStyleClass().add("sheet-head");
    head.getChildren()
        .addAll(
            Nodes.label(title, "headline"),
            Nodes.spacer(),
            Nodes.iconButton(Feather.X, Texts.of("sheet.close"), close, "bare", "close"));
    setTop(head);
  }

  /** Puts a node into the heading, before the way back. */
  protected final void offer(Node node) {
    head.getChildren().add(head.getChildren().size() - 1, node);
  }
}
