package dev.shardwright.ui.tables;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.MarkGlyph;
import dev.shardwright.ui.parts.SqlQuote;
import dev.shardwright.ui.parts.Titles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with the selected tables: recolour, make root, cut a relation, copy names. */
public final class TableMenu extends ContextMenu {
  private final PlannerModel model;
  private final Function<List<TableName>, List<MenuItem>> more;

  /**
   * A menu with more lines.
   *
   * @param more for the selected tables, where the menu is opened
   */
  public TableMenu(PlannerModel model, Function<List<TableName>, List<MenuItem>> more) {
    this.model = model;
    this.more = more;
    getItems().add(new MenuItem()); // a menu without items would not open at all
    setOnShowing(showing -> fill());
  }

  private void fill() {
    List<TableName> tables = model.selection().tables();
    List<MenuItem> items = new ArrayList<>();
    model.plan().filter(p -> !tables.isEmpty()).ifPresent(p -> items.addAll(items(p, tables)));
    items.addAll(more.apply(tables));
    if (items.isEmpty()) {
      items.add(disabled(Texts.of("tables.menu.none")));
    }
    getItems().setAll(items);
  }

  private List<MenuItem> items(Plan plan, List<TableName> tables) {
    List<MenuItem> items = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      items.add(
          item(
              Texts.of("tables.menu.kind", MarkGlyph.title(kind)),
              () -> model.decideAll(overrides(tables, kind))));
    }
    if (tables.stream().anyMatch(t -> plan.mark(t).override().isPresent())) {
      items.add(item(Texts.of("tables.menu.computed"), () -> revokeKinds(tables)));
    }
    if (tables.size() == 1) {
      items.add(new SeparatorMenuItem());
      items.add(item(Texts.of("tables.menu.root"), () -> model.chooseRoot(tables.getFirst())));
      items.add(cuts(plan, tables.getFirst()));
    }
    items.add(new SeparatorMenuItem());
    items.add(item(Texts.of("tables.menu.copy"), () -> copyNames(tables)));
    return items;
  }

  private Menu cuts(Plan plan, TableName table) {
    Menu menu = new Menu(Texts.of("tables.menu.cut"));
    for (Relation relation : plan.graph().toParents(table)) {
      menu.getItems()
          .add(
              item(
                  Titles.toParent(plan, relation),
                  () -> model.decide(new Decision.Cut(relation.id(), Optional.empty()))));
    }
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private static List<Decision> overrides(List<TableName> tables, Kind kind) {
    return tables.stream()
        .<Decision>map(t -> new Decision.KindOverride(t, kind, Optional.empty()))
        .toList();
  }

  private void revokeKinds(List<TableName> tables) {
    model.revokeAll(overrides(tables, Kind.NEUTRAL));
  }

  private static void copyNames(List<TableName> tables) {
    SqlQuote.copy(String.join("\n", tables.stream().map(TableName::toString).toList()));
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static MenuItem disabled(String title) {
    MenuItem item = new MenuItem(title);
    item.setDisable(true);
    return item;
  }
}
