package dev.shardwright.ui.findings;

import static java.util.stream.Collectors.joining;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/** Which findings are listed by how they stand: open, accepted, waived, each with its count. */
final class StatesMenu extends MenuButton {
  private final Map<State, CheckMenuItem> items = new EnumMap<>(State.class);

  /**
   * The menu.
   *
   * @param chosen told that findings of a state are to be listed, or not any more
   */
  StatesMenu(BiConsumer<State, Boolean> chosen) {
    setId("finding-states");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(Nodes.tooltip(Texts.of("findings.states.hint")));
    for (State state : State.values()) {
      CheckMenuItem item = new CheckMenuItem();
      item.setOnAction(event -> chosen.accept(state, item.isSelected()));
      items.put(state, item);
      getItems().add(item);
    }
  }

  void show(Set<State> listed, Optional<Plan> plan) {
    items.forEach((state, item) -> {
      long count =
          plan.stream().flatMap(p -> p.findings().stream()).filter(f -> f.state() == state).count();
      item.setText(Texts.of("findings.states.item", count, name(state)));
      item.setSelected(listed.contains(state));
    });
    setText(title(listed));
  }

  private static String title(Set<State> listed) {
    if (listed.isEmpty() || listed.size() == State.values().length) {
      return Texts.of(listed.isEmpty() ? "findings.states.none" : "findings.states.all");
    }
    String names = listed.stream().map(StatesMenu::name).collect(joining(", "));
    return Texts.of("findings.states.only", names);
  }

  private static String name(State state) {
    return Texts.of("state." + state.name().toLowerCase(Locale.ROOT));
  }
}
