package dev.shardwright.ui.notice;

import dev.shardwright.classify.Kind;
import dev.shardwright.introspect.SampleSource;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Preferences;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Three steps on the first sample: a client table, why it is one, what the findings are for. */
public final class Tour extends VBox {
  private static final int STEPS = 3;

  private final PlannerModel model;
  private final Runnable open;
  private boolean over;

  public Tour(PlannerModel model, Runnable open) {
    this.model = model;
    this.open = open;
    this.over = model.preferences().on(Preferences.TOUR_SEEN);
    setId("tour");
    getStyleClass().addAll("floating", "tour");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setPrefWidth(320);
    Nodes.shown(this, false);
    model.planProperty().addListener((o, was, now) -> begin(now));
  }

  private void begin(Optional<Plan> plan) {
    boolean onSample =
        model.sourceProperty().get().filter(SampleSource.class::isInstance).isPresent();
    if (plan.isPresent() && onSample && !over && !isVisible()) {
      // What was opened selects its root first.
      model.background().later(() -> step(0));
    } else if (!onSample) {
      end();
    }
  }

  private void step(int at) {
    model.plan().ifPresent(plan -> point(plan, at));
    Button next =
        at < STEPS - 1
            ? Nodes.button(Texts.of("tour.next"), () -> step(at + 1), "small-button", "primary")
            : Nodes.button(Texts.of("tour.open"), this::openOwn, "small-button", "primary");
    HBox buttons =
        new HBox(
            8,
            Nodes.label(Texts.of("tour.step", at + 1, STEPS), "faint", "small"),
            Nodes.spacer(),
            Nodes.button(Texts.of("tour.end"), this::end, "small-button", "bare"),
            next);
    buttons.setAlignment(Pos.CENTER_LEFT);
    HBox head =
        new HBox(
            Nodes.label(Texts.of("tour.title." + at), "strong"),
            Nodes.spacer(),
            Nodes.iconButton(Feather.X, Texts.of("close"), this::end, "bare", "close"));
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(head, Nodes.paragraph(Texts.of("tour.text." + at), "muted"), buttons);
    Nodes.shown(this, true);
  }

  /** Selects what the step talks about. */
  private void point(Plan plan, int at) {
    if (at == STEPS - 1) {
      plan.mostUrgentFirst().stream()
          .findFirst()
          .map((Finding f) -> Selection.finding(f))
          .ifPresent(model::select);
    } else {
      farthestClient(plan).map(Selection::table).ifPresent(model::select);
    }
  }

  /** The client table with the longest way to the root explains most. */
  private static Optional<TableName> farthestClient(Plan plan) {
    return plan.classification().tables(Kind.CLIENT).stream()
        .reduce((a, b) -> plan.mark(b).why().size() > plan.mark(a).why().size() ? b : a);
  }

  private void openOwn() {
    end();
    open.run();
  }

  private void end() {
    if (isVisible()) {
      model.preferences().choose(Preferences.TOUR_SEEN, true);
    }
    over = true;
    Nodes.shown(this, false);
  }
}
