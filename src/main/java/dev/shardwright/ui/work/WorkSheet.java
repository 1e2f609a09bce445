package dev.shardwright.ui.work;

import dev.shardwright.classify.Decision.FindingState;
import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.WorkStep;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.WorkList;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.OpenQuestions;
import dev.shardwright.ui.parts.Section;
import dev.shardwright.ui.parts.SheetPage;
import dev.shardwright.ui.parts.Titles;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is done, what is next, what waits; what stands before the export; waivers that will end. */
public final class WorkSheet extends SheetPage {
  private static final double STEPS_WIDTH = 720;

  /** Notes stand below the words of their step, not below its box. */
  private static final Insets NOTE_INDENT = new Insets(0, 0, 0, 26);

  private final PlannerModel model;

  public WorkSheet(PlannerModel model, Runnable close) {
    super("work", Texts.of("work.title"), close);
    this.model = model;
    follow(this::tell, model.planProperty());
    tell();
  }

  private void tell() {
    model.plan().ifPresent(this::tell);
  }

  private void tell(Plan plan) {
    VBox steps = new VBox(4);
    steps.getStyleClass().add("card");
    steps.setPrefWidth(STEPS_WIDTH);
    Arrays.stream(WorkStep.values()).forEach(s -> steps.getChildren().add(step(plan, s)));
    WorkList list = WorkList.of(plan);
    VBox side = new VBox(16);
    side.getStyleClass().add("card");
    side.getChildren()
        .add(
            list.ready()
                ? Nodes.paragraph(Texts.of("work.readyLong"), "good", "strong")
                : section("work.before", list.blockers()));
    if (!list.doubts().isEmpty()) {
      side.getChildren().add(section("work.lookAt", list.doubts()));
    }
    side.getChildren().add(OpenQuestions.all(model, plan));
    addIfAny(side, "work.waivers", waivers(plan));
    addIfAny(
        side,
        "work.pendingList",
        plan.pending().stream()
            .map(p -> Titles.decision(plan, p.decision()) + " — " + p.why())
            .toList());
    HBox parts = new HBox(16, steps, Nodes.grow(side));
    parts.setStyle("-fx-padding: 0 24 24 24;");
    ScrollPane scroll = new ScrollPane(parts);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("canvas-scroll");
    setCenter(scroll);
  }

  private static void addIfAny(VBox side, String key, List<String> sentences) {
    if (!sentences.isEmpty()) {
      side.getChildren().add(section(key, sentences));
    }
  }

  private static Section section(String key, List<String> sentences) {
    return Section.of(Texts.of(key), sentences, Nodes::paragraph);
  }

  private static List<String> waivers(Plan plan) {
    return plan.decisions()
        .of(FindingState.class)
        .filter(f -> f.state() == State.WAIVED)
        .map(f ->
            Texts.of(
                "work.waiver",
                Titles.title(f),
                Titles.place(plan, f),
                f.until().orElse(Texts.of("work.forever")),
                f.why().map(w -> " “" + w + "”").orElse("")))
        .toList();
  }

  private Node step(Plan plan, WorkStep step) {
    WorkStep.State state = step.state(plan);
    CheckBox box = new CheckBox(step.title());
    box.setId("step-" + step.name());
    box.setSelected(state == WorkStep.State.DONE);
    box.setDisable(step.known());
    box.setOnAction(event -> model.journal().tick(step, box.isSelected()));
    box.setWrapText(true);
    Label note = Nodes.paragraph(step.note(), "muted", "small");
    note.setPadding(NOTE_INDENT);
    HBox row =
        new HBox(
            8,
            Nodes.grow(new VBox(2, box, note)),
            Nodes.spacer(),
            Nodes.whole(
                Nodes.label(
                    Texts.of("work.state." + state.name()),
                    state == WorkStep.State.NEXT ? "strong" : "muted")));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("line-row");
    return row;
  }
}
