package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Link;
import dev.shardwright.diagram.RelationFilter;
import dev.shardwright.plan.Layout;
import dev.shardwright.ui.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** Which relations are drawn, whether the unrelated is dimmed, and the ways back from hiding. */
final class ShowMenu extends MenuButton {
  private final ObjectProperty<RelationFilter> relations;
  private final ObjectProperty<Layout> layout;

  ShowMenu(
      ObjectProperty<RelationFilter> relations,
      ObjectProperty<Layout> layout,
      BooleanProperty dims) {
    super(Texts.of("show.title"));
    this.relations = relations;
    this.layout = layout;
    setId("diagram-show");
    setTooltip(new Tooltip(Texts.of("show.hint")));
    for (Link.Sort sort : Link.Sort.values()) {
      getItems().add(sort(sort));
    }
    getItems().addAll(intoContext(), new SeparatorMenuItem(), dims(dims), new SeparatorMenuItem());
    getItems().addAll(List.of(all(), reset()));
  }

  private CheckMenuItem sort(Link.Sort sort) {
    CheckMenuItem item = item("show." + sort.name().toLowerCase(Locale.ROOT));
    item.setSelected(!relations.get().without().contains(sort));
    item.setOnAction(event -> {
      Set<Link.Sort> sorts = EnumSet.noneOf(Link.Sort.class);
      sorts.addAll(relations.get().without());
      if (!sorts.remove(sort)) {
        sorts.add(sort);
      }
      relations.set(new RelationFilter(sorts, relations.get().withoutContext()));
    });
    relations.addListener((o, was, now) -> item.setSelected(!now.without().contains(sort)));
    return item;
  }

  private CheckMenuItem intoContext() {
    CheckMenuItem item = item("show.context");
    item.setSelected(!relations.get().withoutContext());
    item.setOnAction(event -> {
      RelationFilter now = relations.get();
      relations.set(new RelationFilter(now.without(), !now.withoutContext()));
    });
    relations.addListener((o, was, now) -> item.setSelected(!now.withoutContext()));
    return item;
  }

  private static CheckMenuItem dims(BooleanProperty dims) {
    CheckMenuItem item = item("show.dim");
    item.selectedProperty().bindBidirectional(dims);
    return item;
  }

  private MenuItem all() {
    MenuItem item = new MenuItem();
    item.setId("diagram-show-all");
    item.setOnAction(event -> layout.set(layout.get().with(Layout.Hidden.NOTHING)));
    tell(item, layout.get().hidden());
    layout.addListener((o, was, now) -> tell(item, now.hidden()));
    return item;
  }

  private static void tell(MenuItem item, Layout.Hidden now) {
    int columns = now.columns().values().stream().mapToInt(Set::size).sum();
    item.setText(
        columns == 0
            ? Texts.of("show.all", now.tables().size())
            : now.tables().isEmpty()
                ? Texts.of("show.allColumns", columns)
                : Texts.of("show.allBoth", now.tables().size(), columns));
    item.setDisable(now.nothing());
  }

  private MenuItem reset() {
    MenuItem item = new MenuItem(Texts.of("show.reset"));
    item.setId("diagram-reset");
    item.setOnAction(event -> layout.set(layout.get().with(Map.of())));
    item.setDisable(layout.get().positions().isEmpty());
    layout.addListener((o, was, now) -> item.setDisable(now.positions().isEmpty()));
    return item;
  }

  private static CheckMenuItem item(String key) {
    CheckMenuItem item = new CheckMenuItem(Texts.of(key));
    item.setId("diagram-" + key.replace('.', '-'));
    return item;
  }
}
