package dev.shardwright.ui.status;

import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Running;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.WorkList;
import dev.shardwright.ui.parts.Nodes;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/**
 * What stands between here and the export, what ran on the server, when it was saved, what runs.
 */
public final class StatusLine extends HBox {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final double WORK_LEAST = 80;

  private final PlannerModel model;
  private final Button work;
  private final HBox jobs = new HBox(16);
  private final Label statements = Nodes.whole(Nodes.label(""));
  private final Label said = Nodes.label("");
  private final Label saved = Nodes.whole(Nodes.label(""));

  /**
   * The window's foot.
   *
   * @param order shows the order of work
   */
  public StatusLine(PlannerModel model, Runnable order) {
    this.model = model;
    setId("status");
    getStyleClass().add("status-line");
    work = Nodes.link("", order);
    work.setId("work-list");
    work.setMinWidth(WORK_LEAST);
    work.setTooltip(Nodes.tooltip(Texts.of("status.work.hint")));
    said.setId("said");
    jobs.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(work, Nodes.spacer(), said, jobs, statements, saved);
    model.planProperty().addListener((o, was, now) -> tellPlan());
    model.questions().statementsProperty().addListener((o, was, now) -> tellPlan());
    model.keeper().savedAtProperty().addListener((o, was, now) -> tellSaved());
    model.dirtyProperty().addListener((o, was, now) -> tellSaved());
    model.busy().addListener((ListChangeListener<Running>) change -> tellJobs());
    model.notices().saidProperty().addListener((o, was, now) -> tellSaid());
    tellPlan();
    tellSaved();
    tellJobs();
  }

  private void tellPlan() {
    work.setText(model.plan().map(p -> WorkList.of(p).line()).orElse(""));
    Nodes.shown(work, model.plan().isPresent());
    statements.setText(model.plan().map(this::statements).orElse(""));
  }

  /** Those of the reading and of the questions since. */
  private String statements(Plan plan) {
    return Texts.of(
        "status.statements",
        Math.max(
            plan.schema().origin().statementsRun(), model.questions().statementsProperty().get()),
        plan.schema().origin().writes());
  }

  private void tellSaid() {
    said.setText(model.notices().saidProperty().get().orElse(""));
  }

  private void tellSaved() {
    Optional<LocalTime> at = model.keeper().savedAtProperty().get();
    if (model.dirtyProperty().get()) {
      saved.setText(Texts.of("status.unsaved"));
    } else {
      saved.setText(at.map(t -> Texts.of("status.saved", t.format(CLOCK))).orElse(""));
    }
  }

  private void tellJobs() {
    jobs.getChildren().setAll(model.busy().stream().map(StatusLine::job).toList());
  }

  private static Node job(Running running) {
    Label what = Nodes.label("");
    what.textProperty().bind(running.whatProperty());
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(running.fractionProperty());
    bar.accessibleTextProperty().bind(running.whatProperty());
    HBox job = new HBox(8, what, bar, Nodes.link(Texts.of("cancel"), running::cancel));
    job.setAlignment(Pos.CENTER);
    return job;
  }
}
