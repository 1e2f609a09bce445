package dev.shardwright.ui.notice;

import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Running;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Covers the work while there is no plan yet: what is being loaded, or what to do next. */
public final class Veil extends StackPane {
  private static final double BAR_WIDTH = 320;

  private final PlannerModel model;
  private final Runnable open;
  private final Runnable sample;
  private final VBox box = new VBox();

  public Veil(PlannerModel model, Runnable open, Runnable sample) {
    this.model = model;
    this.open = open;
    this.sample = sample;
    setId("veil");
    getStyleClass().add("veil");
    box.getStyleClass().add("veil-box");
    getChildren().add(box);
    model.busy().addListener((ListChangeListener<Running>) change -> tell());
    model.planProperty().addListener((o, was, now) -> tell());
    // Until something was tried there is nothing to say: a welcome that flashes by helps nobody.
    model.notices().failureProperty().addListener((o, was, now) -> tell());
  }

  private void tell() {
    Nodes.shown(this, model.plan().isEmpty());
    if (model.busy().isEmpty()) {
      welcome();
    } else {
      loading(model.busy().getFirst());
    }
  }

  private void loading(Running job) {
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(BAR_WIDTH);
    bar.setMaxHeight(4);
    bar.progressProperty().bind(job.fractionProperty());
    Label what = Nodes.label("", "muted");
    what.textProperty().bind(job.whatProperty());
    bar.accessibleTextProperty().bind(job.whatProperty());
    box.getChildren()
        .setAll(
            Nodes.label(Texts.of("veil.loading"), "heading"),
            bar,
            what,
            Nodes.link(Texts.of("cancel"), job::cancel));
  }

  private void welcome() {
    box.getChildren()
        .setAll(
            Nodes.label(Texts.of("veil.nothing"), "heading"),
            Nodes.paragraph(Texts.of("veil.hint"), "muted"),
            Nodes.button(Texts.of("veil.open"), open, "primary"),
            Nodes.link(Texts.of("veil.sample"), sample));
  }
}
