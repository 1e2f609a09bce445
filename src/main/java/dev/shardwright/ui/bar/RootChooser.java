package dev.shardwright.ui.bar;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.RootCandidate;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.FloatingList;
import dev.shardwright.ui.parts.Legible;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Titles;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The button that names the root table and lets the DBA choose another one. */
final class RootChooser extends Button {
  private static final double WIDTH = 560;
  private static final int MOST_NAME = 20;

  private final PlannerModel model;
  private final FloatingList<Candidate> floating;
  private final TextField typed;

  /**
   * A table that might be the root.
   *
   * @param figures in a few words, for those that were looked at closely
   * @param why a sentence
   */
  private record Candidate(TableName table, String title, String figures, String why) {}

  RootChooser(PlannerModel model, String hint) {
    this.model = model;
    setId("root");
    setTooltip(Nodes.tooltip(hint));
    setMinWidth(USE_PREF_SIZE);
    floating =
        new FloatingList<Candidate>(
                this::matches, RootChooser::row, candidate -> model.chooseRoot(candidate.table()))
            .ofTwoLines();
    typed = floating.withField(Texts.of("root.prompt"));
    setOnAction(event -> open());
    model.planProperty().addListener((o, was, now) -> tell());
    model.advice().rootsProperty().addListener((o, was, now) -> floating.renew(typed.getText()));
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
    Label name = Nodes.label(Legible.brief(root, MOST_NAME), "strong");
    Region arrow = new Region();
    arrow.getStyleClass().add("open-arrow");
    HBox content = new HBox(Nodes.label(Texts.of("root.label") + " "), name, arrow);
    content.setAlignment(Pos.CENTER);
    setGraphic(content);
    setAccessibleText(Texts.of("root.label") + " " + root);
  }

  /** The advised ones first, best first; then the tables to which most keys point. */
  private List<Candidate> matches(String words) {
    return model.plan().map(p -> candidates(p, words)).orElse(List.of());
  }

  private List<Candidate> candidates(Plan plan, String words) {
    Map<TableName, Candidate> all = new LinkedHashMap<>();
    model.advice().rootsProperty().get().forEach(r -> all.put(r.table(), advised(plan, r)));
    others(plan).forEach(c -> all.putIfAbsent(c.table(), c));
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return all.values().stream()
        .filter(c -> c.title().toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  private static Candidate advised(Plan plan, RootCandidate r) {
    String figures =
        Texts.of(
            "root.figures",
            r.clientTables(),
            r.contextTables(),
            r.neutralTables(),
            r.undecidedTables());
    return new Candidate(r.table(), Titles.table(plan, r.table()), figures, r.why());
  }

  private static List<Candidate> others(Plan plan) {
    Map<TableName, Long> children =
        plan.schema().relations().stream()
            .filter(r -> !r.selfLoop())
            .collect(Collectors.groupingBy(Relation::parent, Collectors.counting()));
    return plan.schema().tables().stream()
        .map(Table::name)
        .sorted(
            Comparator.comparingLong((TableName t) -> -children.getOrDefault(t, 0L))
                .thenComparing(Comparator.naturalOrder()))
        .map(t ->
            new Candidate(
                t,
                Titles.table(plan, t),
                "",
                Texts.of("root.children", children.getOrDefault(t, 0L))))
        .toList();
  }

  private static Node row(Candidate candidate) {
    HBox head =
        new HBox(
            Nodes.label(candidate.title(), "strong"),
            Nodes.spacer(),
            Nodes.whole(Nodes.label(candidate.figures(), "muted", "small")));
    VBox row = new VBox(1, head, Nodes.label(candidate.why(), "muted", "small"));
    row.getStyleClass().add("choice");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
