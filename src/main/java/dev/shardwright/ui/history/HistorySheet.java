package dev.shardwright.ui.history;

import dev.shardwright.classify.Decision;
import dev.shardwright.plan.Branch;
import dev.shardwright.plan.History;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanDiff;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.DiffView;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SheetPage;
import dev.shardwright.ui.parts.Titles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every decision with its reason and its time, newest first; the branches and how they differ. */
public final class HistorySheet extends SheetPage {
  private static final double LIST_SHARE = 0.6;

  private final PlannerModel model;
  private final ListView<Integer> steps = new ListView<>();
  private final VBox branches = new VBox(16);

  public HistorySheet(PlannerModel model, Runnable close) {
    super("history", Texts.of("history.title"), close);
    this.model = model;
    steps.setId("history-steps");
    steps.setAccessibleText(Texts.of("history.title"));
    steps.setPlaceholder(Nodes.paragraph(Texts.of("history.none"), "muted"));
    steps.setCellFactory(view -> new StepCell());
    branches.getStyleClass().add("inspector");
    ScrollPane right = new ScrollPane(branches);
    right.setFitToWidth(true);
    SplitPane parts = new SplitPane(steps, right);
    parts.setDividerPositions(LIST_SHARE);
    setCenter(parts);
    follow(this::tellSteps, model.journal().historyProperty());
    follow(this::tellBranches, model.branches().keptProperty(), model.planProperty());
    tellSteps();
    tellBranches();
  }

  /** The numbers of the steps, newest first; 0 is the beginning. */
  private void tellSteps() {
    int count = model.journal().historyProperty().get().steps().size();
    List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(0, count).boxed().toList());
    Collections.reverse(numbers);
    steps.getItems().setAll(numbers);
  }

  private void tellBranches() {
    branches.getChildren().setAll(Nodes.label(Texts.of("history.branches"), "strong"));
    List<Branch> kept = model.branches().keptProperty().get();
    if (kept.isEmpty()) {
      branches.getChildren().add(Nodes.paragraph(Texts.of("history.branches.none"), "muted"));
    }
    model.plan().ifPresent(p -> kept.forEach(b -> branches.getChildren().add(branch(p, b))));
  }

  private Node branch(Plan plan, Branch branch) {
    VBox difference = new VBox();
    HBox buttons =
        new HBox(
            8,
            Nodes.button(
                Texts.of("history.compare"),
                () -> compare(plan, branch, difference),
                "small-button"),
            Nodes.button(
                Texts.of("suggestions.draw"),
                () -> model.tryOut().start(branch.name(), branch.decisions()),
                "small-button"),
            Nodes.button(
                Texts.of("history.drop"), () -> model.branches().drop(branch), "small-button"));
    VBox box =
        new VBox(
            8,
            Nodes.paragraph(branch.name()),
            Nodes.label(when(branch.when()), "faint", "small"),
            buttons,
            difference);
    box.getStyleClass().add("line-row");
    return box;
  }

  private void compare(Plan plan, Branch branch, VBox into) {
    model
        .background()
        .run(
            "branch",
            Texts.of("history.comparing"),
            progress ->
                PlanDiff.of(plan, Plan.of(plan.schema(), branch.decisions(), plan.evidence())),
            diff -> into.getChildren().setAll(new DiffView(plan, diff)),
            model.failed(Texts.of("history.comparing")));
  }

  private static String when(String minute) {
    return minute.isEmpty() ? Texts.of("history.someTime") : minute.replace('T', ' ');
  }

  /** What a step said, in the words of the decisions. */
  static String words(Plan plan, History.Change change) {
    Stream<String> said = change.said().stream().map(d -> Titles.decision(plan, d));
    Stream<String> back =
        change.takenBack().stream()
            .map(d -> Texts.of("history.takenBack", Titles.decision(plan, d)));
    List<String> all = Stream.concat(said, back).toList();
    return all.size() <= 3
        ? String.join(" · ", all)
        : all.getFirst() + " " + Texts.of("history.more", all.size() - 1);
  }

  /** A step; those that were taken back are pale, and a click goes there. */
  private final class StepCell extends ListCell<Integer> {
    @Override
    protected void updateItem(@Nullable Integer number, boolean empty) {
      super.updateItem(number, empty);
      Optional<Plan> plan = model.plan();
      if (number == null || empty || plan.isEmpty()) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      History history = model.journal().historyProperty().get();
      String title =
          number == 0 ? Texts.of("history.start") : words(plan.get(), history.change(number - 1));
      setGraphic(row(history, number, title));
      setAccessibleText(title);
    }

    private Node row(History history, int number, String title) {
      boolean now = history.at() == number;
      Label what = Nodes.paragraph(title, number > history.at() ? "faint" : "ink");
      VBox words = new VBox(2, what);
      if (number > 0) {
        why(history.change(number - 1))
            .ifPresent(w -> words.getChildren().add(Nodes.paragraph("“" + w + "”", "muted")));
      }
      String minute = number == 0 ? "" : when(history.steps().get(number - 1).when());
      Label time = Nodes.whole(Nodes.label(minute, "figure"));
      time.setMinWidth(120);
      HBox row = new HBox(8, time, Nodes.grow(words));
      if (now) {
        row.getChildren().add(Nodes.whole(Nodes.label(Texts.of("history.now"), "strong")));
      } else {
        Button go =
            Nodes.button(
                Texts.of("history.go"), () -> model.journal().goTo(number), "small-button");
        go.setAccessibleText(Texts.of("history.go") + ": " + title);
        row.getChildren().add(go);
      }
      row.setAlignment(Pos.TOP_LEFT);
      row.getStyleClass().add("suggestion-row");
      row.prefWidthProperty().bind(steps.widthProperty().subtract(20));
      return row;
    }
  }

  private static Optional<String> why(History.Change change) {
    String reasons =
        change.said().stream()
            .map(Decision::why)
            .flatMap(Optional::stream)
            .distinct()
            .limit(2)
            .collect(Collectors.joining("; "));
    return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons);
  }
}
