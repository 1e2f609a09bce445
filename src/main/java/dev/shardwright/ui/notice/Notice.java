package dev.shardwright.ui.notice;

import dev.shardwright.ui.parts.Nodes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A full-width line with a sentence and what can be done about it; out of the way while silent. */
class Notice extends HBox {
  private final Label sentence = Nodes.paragraph("");
  private final HBox buttons = new HBox(8);

  Notice(String style, Feather icon) {
    getStyleClass().addAll("notice", style);
    buttons.setMinWidth(USE_PREF_SIZE);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.setFillHeight(false);
    sentence.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(new FontIcon(icon), Nodes.grow(sentence), buttons);
    silence();
  }

  final void say(String text, Node... offered) {
    sentence.setText(text);
    buttons.getChildren().setAll(offered);
    Nodes.shown(this, true);
  }

  final void silence() {
    Nodes.shown(this, false);
  }

  static Button close(String hint, Runnable action) {
    return Nodes.iconButton(Feather.X, hint, action, "bare", "close");
  }
}
