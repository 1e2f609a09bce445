package dev.shardwright.ui.parts;

import dev.shardwright.ui.Texts;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** A few lines of SQL in a box, coloured, with a button that copies them. */
public final class SqlQuote extends StackPane {
  private static final int MOST_LINES = 3;
  private static final int FIRST_LINES = 2;

  public SqlQuote(String sql) {
    this(sql, sql.strip());
  }

  /** A long statement shows its first lines until all are asked for. */
  public static Node folded(String sql) {
    List<String> lines = sql.strip().lines().toList();
    if (lines.size() <= MOST_LINES) {
      return new SqlQuote(sql);
    }
    SqlQuote first = new SqlQuote(sql, String.join("\n", lines.subList(0, FIRST_LINES)));
    VBox box = new VBox(2, first);
    Button all = Nodes.link(Texts.of("sql.all", lines.size()), () -> {});
    all.setOnAction(event -> box.getChildren().setAll(new SqlQuote(sql)));
    box.getChildren().add(all);
    return box;
  }

  private SqlQuote(String sql, String seen) {
    TextFlow flow = new TextFlow();
    for (SqlTokens.Token token : SqlTokens.of(seen)) {
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
