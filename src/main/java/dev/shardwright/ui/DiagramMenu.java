package dev.shardwright.ui;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.diagram.DiagramPane;
import dev.shardwright.ui.diagram.Reach;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What the diagram can show of the selected tables, as lines of their menu. */
final class DiagramMenu {
  private static final int MOST = 20;

  private final PlannerModel model;
  private final DiagramPane pane;
  private Optional<String> column = Optional.empty();

  DiagramMenu(PlannerModel model, DiagramPane pane) {
    this.model = model;
    this.pane = pane;
  }

  /** Says at which column of the table the menu is about to be opened. */
  void openAt(Optional<String> at) {
    column = at;
  }

  List<MenuItem> items(List<TableName> tables) {
    if (tables.isEmpty()) {
      return List.of();
    }
    Set<TableName> all = new LinkedHashSet<>(tables);
    List<MenuItem> items = new ArrayList<>();
    items.add(new SeparatorMenuItem());
    items.add(item("focus", () -> pane.focusOn(all, Reach.ONE)));
    items.add(item("owned", () -> pane.focusOn(all, Reach.OWNED)));
    if (tables.size() > 1) {
      items.add(item("path", () -> pane.focusOn(all, Reach.PATH)));
    }
    items.add(item("why", () -> pane.explain(all)));
    items.add(item("hide", () -> pane.hide(all)));
    if (tables.size() == 1) {
      items.addAll(columns(tables.getFirst()));
    }
    items.add(findings(all));
    return items;
  }

  /** The column under the pointer, and all of them to choose from. */
  private List<MenuItem> columns(TableName table) {
    List<MenuItem> items = new ArrayList<>();
    column.ifPresent(at ->
        items.add(
            item(
                "hideColumn",
                Texts.of("diagram.menu.hideColumn", at),
                () -> pane.hide(table, at))));
    Menu menu = new Menu(Texts.of("diagram.menu.columns"));
    menu.setId("diagram-menu-columns");
    menu.getItems().setAll(pane.columnItems(table));
    menu.setDisable(menu.getItems().isEmpty());
    items.add(menu);
    return items;
  }

  private Menu findings(Set<TableName> tables) {
    Menu menu = new Menu(Texts.of("diagram.menu.finding"));
    menu.setId("diagram-menu-finding");
    model.plan().stream()
        .flatMap(p -> p.findings().stream())
        .filter(f -> f.state() == State.OPEN && tables.contains(f.table()))
        .limit(MOST)
        .forEach(f -> menu.getItems().add(finding(f)));
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private MenuItem finding(Finding finding) {
    MenuItem item = new MenuItem(finding.check().title() + ": " + finding.table().name());
    item.setMnemonicParsing(false);
    item.setOnAction(event -> model.select(Selection.finding(finding)));
    return item;
  }

  private static MenuItem item(String key, Runnable action) {
    return item(key, Texts.of("diagram.menu." + key), action);
  }

  private static MenuItem item(String key, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId("diagram-menu-" + key);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }
}
