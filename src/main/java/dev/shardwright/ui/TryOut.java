package dev.shardwright.ui;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Remedy;
import dev.shardwright.ui.parts.Titles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Shows the plan as it would be, without deciding: one thing at a time, the newest wins. */
public final class TryOut {
  private static final String LANE = "what-if";

  private final Background background;
  private final ReadOnlyObjectProperty<Optional<Plan>> decided;
  private final Supplier<Optional<Inputs>> present;
  private final Consumer<Decisions> take;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<Optional<Trial>> trial =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Plan>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * Tries nothing yet.
   *
   * @param decided the plan as it is
   * @param present what that plan is made of
   * @param take told what was tried and is to hold from now on
   */
  TryOut(
      Background background,
      ReadOnlyObjectProperty<Optional<Plan>> decided,
      Supplier<Optional<Inputs>> present,
      Consumer<Decisions> take,
      Consumer<Throwable> failed) {
    this.background = background;
    this.decided = decided;
    this.present = present;
    this.take = take;
    this.failed = failed;
  }

  /** What is being tried out. */
  public ReadOnlyObjectProperty<Optional<Trial>> trialProperty() {
    return trial.getReadOnlyProperty();
  }

  /** The plan to draw: what would be, while something is being tried out, else what is. */
  public ReadOnlyObjectProperty<Optional<Plan>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** A decision. */
  public void start(Decision decision) {
    decided.get().ifPresent(plan -> start(Titles.decision(plan, decision), List.of(decision)));
  }

  /** Several decisions at once. */
  public void start(String title, List<? extends Decision> decisions) {
    present.get().ifPresent(now -> start(title, now.decisions().withAll(decisions)));
  }

  /** Another way to split. */
  public void start(String title, Decisions then) {
    present.get().ifPresent(now -> derive(title, Optional.of(then), () -> now.with(then)));
  }

  /** A remedy: a decision, or statements nobody has run yet. */
  public void start(Remedy remedy) {
    if (remedy.decision().isPresent()) {
      start(remedy.title(), List.of(remedy.decision().get()));
      return;
    }
    present
        .get()
        .ifPresent(now -> derive(remedy.title(), Optional.empty(), () -> now.after(remedy)));
  }

  private void derive(String title, Optional<Decisions> then, Supplier<Inputs> inputs) {
    background.run(
        LANE,
        "",
        progress -> new Trial(title, then, inputs.get().plan()),
        tried -> {
          trial.set(Optional.of(tried));
          shown.set(Optional.of(tried.after()));
        },
        failed);
  }

  /** Draws the plan before or after what is being tried out. */
  public void show(boolean after) {
    shown.set(after ? trial.get().map(Trial::after).or(decided::get) : decided.get());
  }

  /** Takes what is being tried out; statements cannot be taken here. */
  public void decide() {
    trial.get().flatMap(Trial::then).ifPresent(take);
  }

  /** Goes back to the plan as it is. */
  public void end() {
    background.cancel(LANE);
    if (trial.get().isPresent()) {
      trial.set(Optional.empty());
      shown.set(decided.get());
    }
  }

  /** Another plan was decided; it is drawn, unless something is being tried out. */
  void follow() {
    if (trial.get().isEmpty()) {
      shown.set(decided.get());
    }
  }
}
