package dev.shardwright.ui;

import dev.shardwright.classify.Decision;
import dev.shardwright.introspect.Connections;
import dev.shardwright.introspect.Source;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.model.UserFolders;
import dev.shardwright.plan.Layout;
import dev.shardwright.plan.Notebook;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.Unsaved;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;

/**
 * What the window shows and the few verbs that change it.
 *
 * <p>The schema stays; decisions come and go on a stack, answers come, and every change derives the
 * plan anew. Properties change on the window's thread only; no toolkit is needed.
 */
public final class PlannerModel {
  private static final String LANE = "plan";

  private final Background background;
  private final Optional<UserFolders> folders;
  private final Optional<Connections> connections;
  private final Preferences preferences;
  private final BooleanProperty dark = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Plan>> plan =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Selection> selection =
      new ReadOnlyObjectWrapper<>(Selection.nothing());

  private final Notices notices = new Notices();
  private final Keeper keeper;
  private final Journal journal;
  private final Questions questions;
  private final Advice advice;
  private final TryOut tryOut;
  private final Comparison comparison;
  private final Opening opening;

  /** A model that keeps unsaved work nowhere, for tests. */
  public PlannerModel(Background background) {
    this(background, Optional.empty());
  }

  /** A model that keeps unsaved work in the user's folders. */
  public PlannerModel(Background background, Optional<UserFolders> folders) {
    this.background = background;
    this.folders = folders;
    this.connections = folders.map(Connections::of);
    this.preferences = Preferences.of(folders);
    this.keeper = new Keeper(background, folders, failed(Texts.of("job.keep")));
    this.journal = new Journal(keeper, this::plan, this::turned);
    this.questions = new Questions(background, this::learn, failed(Texts.of("questions.asking")));
    preferences
        .number(Preferences.QUESTION_SECONDS)
        .ifPresent(limit -> questions.limitSeconds((int) limit));
    this.advice = new Advice(background, failed(Texts.of("job.advice")));
    this.tryOut =
        new TryOut(
            background,
            planProperty(),
            journal::inputs,
            then -> journal.change(now -> then),
            failed(Texts.of("job.plan")));
    this.comparison = new Comparison(background, this::plan, journal::inputs, this::failed);
    this.opening = new Opening(background, connections, questions, this::failed);
  }

  // What the panes read.

  /** The plan as decided; empty until something was opened. */
  public ReadOnlyObjectProperty<Optional<Plan>> planProperty() {
    return plan.getReadOnlyProperty();
  }

  public Optional<Plan> plan() {
    return plan.get();
  }

  public ReadOnlyObjectProperty<Selection> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  public Selection selection() {
    return selection.get();
  }

  /** The selected finding as the present plan words it. */
  public Optional<Finding> selectedFinding() {
    return selection.get() instanceof Selection.OneFinding one
        ? plan.get().flatMap(p -> p.findings().stream().filter(one::is).findFirst())
        : Optional.empty();
  }

  /** Where the schema was read; empty for a plan file, which needs no connection. */
  public ReadOnlyObjectProperty<Optional<Source>> sourceProperty() {
    return opening.sourceProperty();
  }

  public ReadOnlyObjectProperty<Optional<Path>> planFileProperty() {
    return keeper.planFileProperty();
  }

  /** True while there are decisions that no file holds. */
  public ReadOnlyBooleanProperty dirtyProperty() {
    return journal.dirtyProperty();
  }

  /** The jobs under way. */
  public ObservableList<Running> busy() {
    return background.running();
  }

  public BooleanProperty darkProperty() {
    return dark;
  }

  /** How the user wants the window. */
  public Preferences preferences() {
    return preferences;
  }

  /** Where things are kept from one run to the next; empty if nothing is. */
  Optional<UserFolders> folders() {
    return folders;
  }

  /** The databases opened before; empty where nothing is remembered. */
  public Optional<Connections> connections() {
    return connections;
  }

  /** What went wrong and what went well. */
  public Notices notices() {
    return notices;
  }

  /** Who sees to it that no decision is lost. */
  public Keeper keeper() {
    return keeper;
  }

  /** What was done to the plan, step by step. */
  public Journal journal() {
    return journal;
  }

  /** Other ways to split, kept beside the plan. */
  public Branches branches() {
    return journal.branches();
  }

  /** What the plan would like to ask the data. */
  public Questions questions() {
    return questions;
  }

  /** Roots and keys that the program would propose. */
  public Advice advice() {
    return advice;
  }

  /** What would be, without deciding. */
  public TryOut tryOut() {
    return tryOut;
  }

  /** What a database read again differs in. */
  public Comparison comparison() {
    return comparison;
  }

  // What the panes can do.

  /** Connects, loads or parses; what was open stays until the new schema is there. */
  public void open(Source from) {
    opening.open(from, opened -> show(opened, from));
  }

  /** Opens a saved plan, a damaged one as far as it can be read; needs no connection. */
  public void openPlanFile(Path file) {
    openPlanFile(file, progress -> OpenedFile.of(file, progress));
  }

  /** Opens a plan that is being read already. */
  void openPlanFile(ReadAhead ahead) {
    openPlanFile(ahead.file(), ahead::take);
  }

  private void openPlanFile(Path file, Background.Job<OpenedFile> read) {
    String doing = Texts.of("job.openFile", file.getFileName());
    opening.open(doing, read, opened -> show(opened, doing));
  }

  /** Goes on with what an earlier run could not save. */
  public void restore(Unsaved.Left work) {
    String doing = Texts.of("job.openFile", work.about());
    opening.open(
        doing,
        progress -> OpenedFile.of(work.read(), work.planFile()),
        opened -> {
          show(opened, doing);
          keeper.restored(work);
          journal.unsaved();
        });
  }

  /** Goes on with the schema as it is now; decisions stay, those that do not fit are pending. */
  public void adopt(Drift found) {
    comparison.taken();
    opening.shows(found.source(), found.session());
    tryOut.end();
    plan.set(Optional.of(found.is()));
    journal.unsaved();
    derive();
  }

  /** Saves to the plan's own file, which must have been chosen before. */
  public void save() {
    planFileProperty().get().ifPresent(this::saveAs);
  }

  public void saveAs(Path file) {
    plan.get().ifPresent(p -> journal.save(p, file));
  }

  public void chooseRoot(TableName table) {
    decide(new Decision.Root(table));
  }

  /** Says one more thing about the split. */
  public void decide(Decision decision) {
    journal.change(now -> now.with(decision));
  }

  /** Says several things at once; one undo takes them all back. */
  public void decideAll(List<? extends Decision> decisions) {
    journal.change(now -> now.withAll(decisions));
  }

  /** Takes back what was said about the subject of a decision. */
  public void revoke(Decision decision) {
    revokeAll(List.of(decision));
  }

  /** Takes back several at once. */
  public void revokeAll(List<? extends Decision> decisions) {
    journal.change(now -> now.withoutAll(decisions));
  }

  public void undo() {
    journal.undo();
  }

  public void redo() {
    journal.redo();
  }

  public void select(Selection what) {
    selection.set(what);
  }

  /** Stops the opening of a source. */
  public void cancel() {
    busy().forEach(Running::cancel);
  }

  /** For panes with slow work of their own: previews, layouts, tests of a connection. */
  public Background background() {
    return background;
  }

  /** Tells a failure of a pane's own work. */
  public Consumer<Throwable> failed(String doing) {
    return notices.failed(doing);
  }

  /** Ends all work and the connection; the program is about to end. */
  public void close() {
    background.cancelAll();
    keeper.close();
    comparison.close();
    opening.close();
  }

  // What follows from what.

  private void show(OpenedSource opened, Source from) {
    opening.shows(from, opened.session());
    keeper.holds(Optional.empty(), Optional.empty());
    begin(opened.plan(), Notebook.of(opened.plan()), Layout.NONE);
  }

  private void show(OpenedFile opened, String doing) {
    opening.showsFile();
    boolean whole = opened.lost().isEmpty();
    // A damaged file is not written over: what is left of it is saved under another name.
    keeper.holds(
        opened.lock().flatMap(l -> whole ? Optional.of(l.planFile()) : Optional.empty()),
        opened.lock());
    begin(opened.plan(), opened.file().notebook(), opened.file().layout());
    if (!whole) {
      journal.unsaved();
      String lost = String.join(" ", opened.lost());
      failed(doing).accept(new UserError(Texts.of("keeper.damaged", lost)));
    }
  }

  private void begin(Plan opened, Notebook notebook, Layout places) {
    background.cancel(LANE);
    tryOut.end();
    notices.dismissFailure();
    journal.begin(opened, notebook, places);
    show(opened);
    selection.set(opened.root().map(Selection::table).orElse(Selection.nothing()));
  }

  /** Other decisions hold. */
  private void turned() {
    tryOut.end();
    derive();
  }

  private void learn(Evidence answers) {
    if (journal.learn(answers)) {
      derive();
    }
  }

  /** The plan follows what changed; the newest one wins. */
  private void derive() {
    journal
        .inputs()
        .ifPresent(now ->
            background.run(
                LANE, "", progress -> now.plan(), this::show, failed(Texts.of("job.plan"))));
  }

  private void show(Plan next) {
    plan.set(Optional.of(next));
    tryOut.follow();
    selection.set(selection.get().in(next));
    questions.about(next);
    advice.about(next);
  }
}
