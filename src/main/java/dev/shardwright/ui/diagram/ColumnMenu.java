package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Row;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;

/** The columns of a table as lines to tick: those that are drawn, and those that were hidden. */
final class ColumnMenu {
  private ColumnMenu() {}

  static List<MenuItem> items(Placed box, ObjectProperty<Layout> layout) {
    TableName table = box.table();
    SortedSet<String> hidden = layout.get().hidden().of(table);
    List<MenuItem> items = new ArrayList<>();
    for (Row row : box.rows()) {
      items.add(item(table, row.column(), true, layout));
    }
    hidden.forEach(column -> items.add(item(table, column, false, layout)));
    return items;
  }

  private static MenuItem item(
      TableName table, String column, boolean drawn, ObjectProperty<Layout> layout) {
    CheckMenuItem item = new CheckMenuItem(column);
    item.setMnemonicParsing(false);
    item.setSelected(drawn);
    item.setOnAction(event -> {
      Layout now = layout.get();
      SortedSet<String> hidden = new TreeSet<>(now.hidden().of(table));
      if (!hidden.remove(column)) {
        hidden.add(column);
      }
      layout.set(now.with(now.hidden().with(table, hidden)));
    });
    return item;
  }
}
