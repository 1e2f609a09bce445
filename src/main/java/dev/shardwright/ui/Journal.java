package dev.shardwright.ui;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Schema;
import dev.shardwright.plan.Branch;
import dev.shardwright.plan.History;
import dev.shardwright.plan.Layout;
import dev.shardwright.plan.Notebook;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.plan.WorkStep;
import dev.shardwright.risk.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The work on one plan, all that its file holds beside the schema: what was decided step by step,
 * where tables were put between the steps, the ways not taken, and what the data answered. It knows
 * what of that no file holds yet.
 */
public final class Journal {
  private final Keeper keeper;
  private final Supplier<Optional<Plan>> plan;
  private final Runnable turned;
  private final Branches branches = new Branches(this::tell);
  private final ReadOnlyObjectWrapper<History> history =
      new ReadOnlyObjectWrapper<>(History.startingWith(Decisions.NONE));
  private final ReadOnlyObjectWrapper<Layout> layout = new ReadOnlyObjectWrapper<>(Layout.NONE);
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private Moves moves = Moves.startingWith(Layout.NONE);
  private Evidence evidence = Evidence.NONE;
  private Content saved = Content.NOTHING;

  /** What makes a plan worth saving again; answers count once there is a file to hold them. */
  private record Content(
      Decisions decisions, List<Branch> branches, Layout layout, Optional<Evidence> evidence) {
    static final Content NOTHING =
        new Content(Decisions.NONE, List.of(), Layout.NONE, Optional.empty());
  }

  /**
   * Nothing was done yet.
   *
   * @param plan the plan on show
   * @param turned told when other decisions hold than before
   */
  Journal(Keeper keeper, Supplier<Optional<Plan>> plan, Runnable turned) {
    this.keeper = keeper;
    this.plan = plan;
    this.turned = turned;
  }

  /** Every step so far, and those that were taken back. */
  public ReadOnlyObjectProperty<History> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /** Where tables stand that were moved by hand. */
  public ReadOnlyObjectProperty<Layout> layoutProperty() {
    return layout.getReadOnlyProperty();
  }

  /** True while there are decisions that no file holds. */
  ReadOnlyBooleanProperty dirtyProperty() {
    return dirty.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  Branches branches() {
    return branches;
  }

  /** The next step. */
  void change(UnaryOperator<Decisions> next) {
    Decisions was = history.get().now();
    Decisions dated = next.apply(was).dated(was, Moment.today().toString());
    turn(history.get().then(dated, Moment.minute()));
  }

  /** Ticks a step of the order of work off, or opens it again. */
  public void tick(WorkStep step, boolean done) {
    change(now -> now.with(step.tick(now, done)));
  }

  /** Puts tables to their places on the drawing; undo brings them back. */
  public void place(Layout places) {
    if (!places.equals(layout.get())) {
      moved(moves.then(places, history.get().at()));
    }
  }

  void undo() {
    if (moves.undoes(history.get().at())) {
      moved(moves.undone());
    } else {
      turn(history.get().undone());
    }
  }

  void redo() {
    if (moves.redoes(history.get().at())) {
      moved(moves.redone());
    } else {
      turn(history.get().redone());
    }
  }

  /** Goes to any point of the history. */
  public void goTo(int steps) {
    turn(history.get().to(steps));
  }

  /** Answers join what is known; true if one of them is news. */
  boolean learn(Evidence answers) {
    Evidence more = evidence.with(answers);
    boolean news = !more.equals(evidence);
    if (news) {
      evidence = more;
      tell();
    }
    return news;
  }

  /** Another plan was opened, with work of its own that a file holds or nobody would miss. */
  void begin(Plan opened, Notebook notebook, Layout places) {
    evidence = opened.evidence();
    moves = Moves.startingWith(places);
    layout.set(places);
    branches.begin(notebook.branches());
    history.set(notebook.history());
    saved = content();
    tell();
  }

  /** No file holds what is on show. */
  void unsaved() {
    saved = Content.NOTHING;
    tell();
  }

  void save(Plan p, Path file) {
    Content written = content(Optional.of(evidence));
    keeper.save(
        file(p.schema()),
        file,
        () -> {
          saved = written;
          tell();
        });
  }

  /** What the plan on show is made of, with the decisions of the moment. */
  Optional<Inputs> inputs() {
    return plan.get().map(p -> new Inputs(p.schema(), history.get().now(), evidence));
  }

  /** The stack turns at once; the plan follows. */
  private void turn(History next) {
    history.set(next);
    tell();
    turned.run();
  }

  private void moved(Moves next) {
    moves = next;
    layout.set(next.now());
    tell();
  }

  private void tell() {
    canUndo.set(history.get().canUndo() || moves.undoes(history.get().at()));
    canRedo.set(history.get().canRedo() || moves.redoes(history.get().at()));
    dirty.set(!content().equals(saved));
    plan.get().ifPresent(p -> keeper.keep(file(p.schema()), dirty.get()));
  }

  private Content content() {
    return content(keeper.planFileProperty().get().map(file -> evidence));
  }

  private Content content(Optional<Evidence> held) {
    return new Content(history.get().now(), branches.kept(), layout.get(), held);
  }

  private PlanFile file(Schema schema) {
    return new PlanFile(
        schema,
        history.get().now(),
        evidence,
        layout.get(),
        new Notebook(history.get(), branches.kept()));
  }
}
