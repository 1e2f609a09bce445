package dev.shardwright.ui.tables;

import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.MarkGlyph;
import dev.shardwright.ui.parts.Nodes;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Draws a line of the table list. */
final class TableCell extends ListCell<TableRow> {

  TableCell() {
    setPrefWidth(0); // never wider than the list: names are shortened, not scrolled
  }

  @Override
  protected void updateItem(@Nullable TableRow row, boolean empty) {
    super.updateItem(row, empty);
    if (row == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (row) {
      case TableRow.Group group -> {
        setGraphic(head(group));
        setAccessibleText(Texts.of("tables.group", MarkGlyph.title(group.kind()), group.count()));
      }
      case TableRow.Entry entry -> {
        setGraphic(table(entry));
        setAccessibleText(Texts.of("tables.entry", entry.title(), entry.rows(), entry.risks()));
      }
    }
  }

  private static Node head(TableRow.Group group) {
    HBox head =
        new HBox(
            new MarkGlyph(group.kind()),
            Nodes.label(MarkGlyph.title(group.kind()), "strong"),
            Nodes.spacer(),
            Nodes.label(Texts.of("number", group.count()), "figures", "muted"));
    head.setOpacity(group.open() ? 1 : 0.65);
    head.getStyleClass().add("group-row");
    return head;
  }

  private static Node table(TableRow.Entry entry) {
    Label title = Nodes.label(entry.title());
    title.setMinWidth(40);
    HBox line = new HBox(title, Nodes.spacer(), Nodes.whole(Nodes.label(entry.rows(), "figure")));
    if (entry.risks() > 0) {
      Label badge = Nodes.label(Texts.of("number", entry.risks()), "count-badge");
      if (!entry.grave()) {
        badge.getStyleClass().add("mild");
      }
      line.getChildren().add(Nodes.whole(badge));
    }
    line.getStyleClass().add("table-row");
    return line;
  }
}
