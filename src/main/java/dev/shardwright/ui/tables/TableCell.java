package dev.shardwright.ui.tables;

import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.MarkGlyph;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/**
 * Draws a line of the table list. Its nodes are made once and filled again: a list that scrolls or
 * gets another plan would else spend its time on new nodes and their styles.
 */
final class TableCell extends ListCell<TableRow> {
  private @Nullable GroupLine group;
  private @Nullable TableLine table;

  TableCell() {
    setPrefWidth(0); // never wider than the list: names are shortened, not scrolled
  }

  @Override
  protected void updateItem(@Nullable TableRow row, boolean empty) {
    super.updateItem(row, empty);
    switch (empty ? null : row) {
      case null -> setGraphic(null);
      case TableRow.Group head -> setGraphic(line(head));
      case TableRow.Entry entry -> setGraphic(line(entry));
    }
  }

  /** A screen reader asks for the words of the lines it reads; nobody else needs them. */
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? words()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private String words() {
    return switch (getItem()) {
      case null -> "";
      case TableRow.Group head ->
          Texts.of("tables.group", MarkGlyph.title(head.kind()), head.count());
      case TableRow.Entry entry ->
          Texts.of("tables.entry", entry.title(), entry.rows(), entry.risks());
    };
  }

  private GroupLine line(TableRow.Group head) {
    GroupLine line = group == null ? new GroupLine() : group;
    group = line;
    line.show(head);
    return line;
  }

  private TableLine line(TableRow.Entry entry) {
    TableLine line = table == null ? new TableLine() : table;
    table = line;
    line.show(entry);
    return line;
  }
}
