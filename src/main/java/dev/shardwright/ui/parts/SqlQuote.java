package dev.shardwright.ui.parts;

import dev.shardwright.ui.Texts;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** A few lines of SQL in a box, coloured, with a button that copies them. */
public final class SqlQuote extends StackPane {

  public SqlQuote(String sql) {
    TextFlow flow = new TextFlow();
    for (SqlTokens.Token token : SqlTokens.of(sql.strip())) {
      Text text = new Text(token.text());
      if (!token.style().isEmpty()) {
        text.getStyleClass().add(token.style());
      }
      flow.getChildren().add(text);
    }
    flow.setPadding(new Insets(0, 28, 0, 0));
    flow.setAccessibleText(sql);
    Button copy =
        Nodes.iconButton(Feather.COPY, Texts.of("sql.copy"), () -> copy(sql), "bare", "close");
    StackPane.setAlignment(copy, Pos.TOP_RIGHT);
    StackPane.setMargin(copy, new Insets(-5, -7, 0, 0));
    getStyleClass().add("quote");
    getChildren().setAll(flow, copy);
  }

  /** Puts text on the clipboard. */
  public static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }
}
