package dev.shardwright.ui.suggestions;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Progress;
import dev.shardwright.plan.BulkAcceptance;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanDiff;
import dev.shardwright.plan.SameName;
import dev.shardwright.risk.KeySuggestion;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.DiffView;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SheetPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The suggested keys, best first; what accepting them would recolour is shown before. */
public final class SuggestionsSheet extends SheetPage {
  private static final double LIST_SHARE = 0.6;
  private static final double USUAL_LINE = 0.81;

  private final PlannerModel model;
  private final ListView<KeySuggestion> list = new ListView<>();
  private final Slider line = new Slider(0.5, 1, USUAL_LINE);
  private final Label above = Nodes.label("");
  private final VBox outcome = new VBox(12);

  /** What would be accepted, and the plan then. */
  private record Trial(String title, List<Decision.Virtual> taken, int left, Plan was, Plan then) {}

  public SuggestionsSheet(PlannerModel model, Runnable close) {
    super("suggestions", Texts.of("suggestions.title"), close);
    this.model = model;
    line.setId("suggestion-line");
    line.setBlockIncrement(0.01);
    line.setPrefWidth(180);
    line.setAccessibleText(Texts.of("suggestions.line"));
    line.valueProperty().addListener((o, was, now) -> count());
    Button all = Nodes.button(Texts.of("suggestions.tryAll"), this::tryAll, "primary");
    all.setId("suggestions-try");
    tools(Nodes.label(Texts.of("suggestions.line"), "muted"), line, above, Nodes.spacer(), all);
    list.setId("suggestion-list");
    list.setAccessibleText(Texts.of("suggestions.title"));
    list.setPlaceholder(Nodes.paragraph(Texts.of("suggestions.none"), "muted"));
    list.setCellFactory(view -> new SuggestionCell(model, this::tryAlike, this::tryOne));
    ScrollPane right = new ScrollPane(outcome);
    right.setFitToWidth(true);
    outcome.getStyleClass().add("inspector");
    SplitPane parts = new SplitPane(list, right);
    parts.setDividerPositions(LIST_SHARE);
    setCenter(parts);
    follow(this::refresh, model.advice().keysProperty());
    refresh();
  }

  private void refresh() {
    list.getItems().setAll(model.advice().keysProperty().get());
    outcome.getChildren().setAll(Nodes.paragraph(Texts.of("suggestions.hint"), "muted"));
    count();
  }

  private void count() {
    above.setText(Texts.of("suggestions.above", line.getValue(), chosen().size()));
  }

  private List<KeySuggestion> chosen() {
    double least = Math.round(line.getValue() * 100) / 100.0;
    return list.getItems().stream().filter(s -> s.confidence() >= least).toList();
  }

  private void tryAll() {
    List<KeySuggestion> chosen = chosen();
    attempt(
        Texts.of("suggestions.bulk", chosen.size()),
        chosen.stream().map(KeySuggestion::accepted).toList(),
        true);
  }

  private void tryAlike(KeySuggestion suggestion) {
    model
        .plan()
        .map(p -> SameName.of(p, suggestion))
        .ifPresent(alike ->
            attempt(
                Texts.of("suggestions.alike", alike.size(), suggestion.childColumns().getFirst()),
                alike,
                true));
  }

  private void tryOne(KeySuggestion suggestion) {
    attempt(SuggestionCell.title(model, suggestion), List.of(suggestion.accepted()), false);
  }

  /** In bulk, what ties clients together is left out: it is for the DBA to look at alone. */
  private void attempt(String title, List<Decision.Virtual> wanted, boolean bulk) {
    Optional<Plan> plan = model.plan();
    if (plan.isEmpty() || wanted.isEmpty()) {
      return;
    }
    model
        .background()
        .run(
            "suggestions",
            Texts.of("suggestions.trying"),
            progress -> trial(title, plan.get(), wanted, bulk, progress),
            this::show,
            model.failed(Texts.of("suggestions.trying")));
  }

  private static Trial trial(
      String title, Plan was, List<Decision.Virtual> wanted, boolean bulk, Progress progress) {
    Decisions so = was.decisions();
    for (Decision.Virtual relation : wanted) {
      so = so.with(relation);
    }
    Decisions then = bulk ? BulkAcceptance.accept(was, wanted) : so;
    progress.check();
    List<Decision.Virtual> taken = new ArrayList<>(wanted);
    taken.retainAll(then.all());
    Plan after = Plan.of(was.schema(), then, was.evidence());
    return new Trial(title, taken, wanted.size() - taken.size(), was, after);
  }

  private void show(Trial trial) {
    Button accept =
        Nodes.button(
            Texts.of("suggestions.accept", trial.taken().size()),
            () -> model.decideAll(trial.taken()),
            "primary");
    accept.setId("suggestions-accept");
    accept.setDisable(trial.taken().isEmpty());
    Button drawing =
        Nodes.button(
            Texts.of("suggestions.draw"), () -> model.tryOut().start(trial.title(), trial.taken()));
    outcome.getChildren().setAll(Nodes.paragraph(trial.title(), "strong"));
    if (trial.left() > 0) {
      outcome.getChildren().add(Nodes.paragraph(Texts.of("suggestions.left", trial.left()), "bad"));
    }
    Node buttons = new HBox(8, accept, drawing);
    outcome
        .getChildren()
        .addAll(buttons, new DiffView(trial.was(), PlanDiff.of(trial.was(), trial.then())));
  }
}
