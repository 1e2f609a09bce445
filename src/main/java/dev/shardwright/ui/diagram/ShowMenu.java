package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Hidden;
import dev.shardwright.diagram.Link;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout;
import dev.shardwright.ui.Texts;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
  private final ObjectProperty<Hidden> hidden;

  ShowMenu(ObjectProperty<Hidden> hidden, BooleanProperty dims, ObjectProperty<Layout> positions) {
    super(Texts.of("show.title"));
    this.hidden = hidden;
    setId("diagram-show");
    setTooltip(new Tooltip(Texts.of("show.hint")));
    for (Link.Sort sort : Link.Sort.values()) {
      getItems().add(sort(sort));
    }
    getItems().addAll(intoContext(), new SeparatorMenuItem(), dims(dims), new SeparatorMenuItem());
    getItems().addAll(List.of(all(), reset(positions)));
  }

  private CheckMenuItem sort(Link.Sort sort) {
    CheckMenuItem item = item("show." + sort.name().toLowerCase(Locale.ROOT));
    item.setSelected(!hidden.get().sorts().contains(sort));
    item.setOnAction(event -> {
      Hidden now = hidden.get();
      Set<Link.Sort> sorts = EnumSet.noneOf(Link.Sort.class);
      sorts.addAll(now.sorts());
      if (!sorts.remove(sort)) {
        sorts.add(sort);
      }
      hidden.set(new Hidden(now.tables(), sorts, now.intoContext()));
    });
    hidden.addListener((o, was, now) -> item.setSelected(!now.sorts().contains(sort)));
    return item;
  }

  private CheckMenuItem intoContext() {
    CheckMenuItem item = item("show.context");
    item.setSelected(!hidden.get().intoContext());
    item.setOnAction(event -> {
      Hidden now = hidden.get();
      hidden.set(new Hidden(now.tables(), now.sorts(), !now.intoContext()));
    });
    hidden.addListener((o, was, now) -> item.setSelected(!now.intoContext()));
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
    item.setOnAction(event -> hidden.set(hidden.get().with(Set.of())));
    tell(item, hidden.get());
    hidden.addListener((o, was, now) -> tell(item, now));
    return item;
  }

  private static void tell(MenuItem item, Hidden now) {
    item.setText(Texts.of("show.all", now.tables().size()));
    item.setDisable(now.tables().isEmpty());
  }

  private static MenuItem reset(ObjectProperty<Layout> positions) {
    MenuItem item = new MenuItem(Texts.of("show.reset"));
    item.setId("diagram-reset");
    item.setOnAction(event -> positions.set(Layout.NONE));
    item.setDisable(positions.get().positions().isEmpty());
    positions.addListener((o, was, now) -> item.setDisable(now.positions().isEmpty()));
    return item;
  }

  private static CheckMenuItem item(String key) {
    CheckMenuItem item = new CheckMenuItem(Texts.of(key));
    item.setId("diagram-" + key.replace('.', '-'));
    return item;
  }

  /** The tables that stay hidden when some more are hidden. */
  static Hidden more(Hidden now, Set<TableName> tables) {
    Set<TableName> all = new HashSet<>(now.tables());
    all.addAll(tables);
    return now.with(all);
  }
}
