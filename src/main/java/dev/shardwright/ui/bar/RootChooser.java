package dev.shardwright.ui.bar;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.FloatingList;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Titles;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** The button that names the root table and lets the DBA choose another one. */
final class RootChooser extends Button {
  private static final double WIDTH = 340;

  private final PlannerModel model;
  private final FloatingList<Candidate> floating;
  private final TextField typed;

  /**
   * A table that might be the root.
   *
   * @param children keys that point to it
   */
  private record Candidate(TableName table, String title, long children) {}

  RootChooser(PlannerModel model, String hint) {
    this.model = model;
    setId("root");
    setTooltip(Nodes.tooltip(hint));
    setMinWidth(USE_PREF_SIZE);
    floating =
        new FloatingList<>(
            this::matches, RootChooser::row, candidate -> model.chooseRoot(candidate.table()));
    typed = floating.withField(Texts.of("root.prompt"));
    setOnAction(event -> open());
    model.planProperty().addListener((o, was, now) -> tell());
    tell();
  }

  void open() {
    typed.clear();
    floating.show(this, WIDTH, "");
  }

  private void tell() {
    setDisable(model.plan().isEmpty());
    String root =
        model
            .plan()
            .flatMap(p -> p.root().map(r -> Titles.table(p, r)))
            .orElse(Texts.of("root.none"));
    Label name = Nodes.label(root, "strong");
    HBox content =
        new HBox(Nodes.label(Texts.of("root.label") + " "), name, Nodes.label("  ▾", "muted"));
    content.setAlignment(Pos.CENTER);
    setGraphic(content);
    setAccessibleText(Texts.of("root.label") + " " + root);
  }

  /** Tables to which most keys point first: a root is referenced from many places. */
  private List<Candidate> matches(String words) {
    return model.plan().map(p -> candidates(p, words)).orElse(List.of());
  }

  private static List<Candidate> candidates(Plan plan, String words) {
    Map<TableName, Long> children =
        plan.schema().relations().stream()
            .filter(r -> !r.selfLoop())
            .collect(Collectors.groupingBy(Relation::parent, Collectors.counting()));
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return plan.schema().tables().stream()
        .map(Table::name)
        .map(t -> new Candidate(t, Titles.table(plan, t), children.getOrDefault(t, 0L)))
        .filter(c -> c.title().toLowerCase(Locale.ROOT).contains(wanted))
        .sorted(
            Comparator.comparingLong(Candidate::children)
                .reversed()
                .thenComparing(Candidate::title))
        .toList();
  }

  private static Node row(Candidate candidate) {
    HBox row =
        new HBox(
            Nodes.label(candidate.title()),
            Nodes.spacer(),
            Nodes.whole(
                Nodes.label(Texts.of("root.children", candidate.children()), "faint", "small")));
    row.getStyleClass().add("choice");
    return row;
  }
}
