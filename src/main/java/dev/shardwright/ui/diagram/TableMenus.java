package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;

/** The menus of the tables in the diagram: the window's own, and the one of their columns. */
final class TableMenus {
  private final Node pane;
  private final Display display;
  private final ObjectProperty<Set<TableName>> selection;
  private final ObjectProperty<Layout> layout;
  private DiagramPane.TableMenu opens = (table, column, owner, x, y) -> {};

  TableMenus(
      Node pane,
      Display display,
      ObjectProperty<Set<TableName>> selection,
      ObjectProperty<Layout> layout) {
    this.pane = pane;
    this.display = display;
    this.selection = selection;
    this.layout = layout;
    pane.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::asked);
  }

  void setOpens(DiagramPane.TableMenu menu) {
    opens = menu;
  }

  /** The columns of a table, as lines of a menu to hide them and to bring them back. */
  List<MenuItem> columnItems(TableName table) {
    return display.drawing().box(table).stream()
        .flatMap(box -> ColumnMenu.items(box, layout).stream())
        .toList();
  }

  /** Opens the columns of a table beside it. */
  void openColumns(TableName table) {
    ContextMenu columns = new ContextMenu();
    columns.setId("diagram-columns");
    columns.getItems().setAll(columnItems(table));
    if (!columns.getItems().isEmpty()) {
      display.reveal(table);
      display
          .drawing()
          .box(table)
          .map(box -> display.camera().toPane(box.area().right(), box.area().y()))
          .map(pane::localToScreen)
          .ifPresent(at -> columns.show(pane, at.getX(), at.getY()));
    }
  }

  private void asked(ContextMenuEvent event) {
    if (event.isKeyboardTrigger()) {
      display.table().ifPresent(table -> open(table, Optional.empty(), event));
      return;
    }
    Viewport v = display.camera().viewport();
    double y = v.toDrawingY(event.getY());
    Optional<Placed> at = display.drawing().boxAt(v.toDrawingX(event.getX()), y);
    at.ifPresent(box -> open(box.table(), box.columnAt(y), event));
  }

  private void open(TableName table, Optional<String> column, ContextMenuEvent event) {
    if (!selection.get().contains(table)) {
      selection.set(Set.of(table));
    }
    opens.show(table, column, pane, event.getScreenX(), event.getScreenY());
    event.consume();
  }
}
