package dev.shardwright.ui.parts;

import dev.shardwright.ui.Texts;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The heading of a page that covers the work, with the way back. */
public final class SheetHead extends HBox {

  public SheetHead(String title, Runnable close) {
    getStyleClass().add("sheet-head");
    getChildren()
        .addAll(
            Nodes.label(title, "headline"),
            Nodes.spacer(),
            Nodes.iconButton(Feather.X, Texts.of("sheet.close"), close, "bare", "close"));
  }
}
