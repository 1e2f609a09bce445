package dev.shardwright.ui;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.introspect.Connections;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.OpenSource;
import dev.shardwright.introspect.Source;
import dev.shardwright.model.Progress;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.model.UserFolders;
import dev.shardwright.plan.Branch;
import dev.shardwright.plan.History;
import dev.shardwright.plan.Layout;
import dev.shardwright.plan.Notebook;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.plan.Unsaved;
import dev.shardwright.plan.WorkStep;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window shows and the few verbs that change it.
 *
 * <p>The schema and the evidence stay; decisions come and go on a stack, and every change derives
 * the plan anew. Properties change on the window's thread only; no toolkit is needed.
 */
public final class PlannerModel {
  private static final Logger LOG = LoggerFactory.getLogger(PlannerModel.class);

  private final Background background;
  private final ReadOnlyObjectWrapper<Optional<Plan>> plan = none();
  private final ReadOnlyObjectWrapper<Optional<Failure>> failure = none();
  private final ReadOnlyObjectWrapper<Optional<Source>> source = none();
  private final ReadOnlyObjectWrapper<Selection> selection =
      new ReadOnlyObjectWrapper<>(Selection.nothing());
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final BooleanProperty dark = new SimpleBooleanProperty();

  private final Questions questions;
  private final Advice advice;
  private final TryOut tryOut;
  private final Branches branches = new Branches(this::tellHistory);
  private final Comparison comparison;
  private final Keeper keeper;
  private final Optional<UserFolders> folders;
  private final Optional<Connections> connections;
  private final Preferences preferences;
  private final ReadOnlyObjectWrapper<Optional<String>> said = none();
  private final ReadOnlyObjectWrapper<History> history =
      new ReadOnlyObjectWrapper<>(History.startingWith(Decisions.NONE));

  private Evidence evidence = Evidence.NONE;
  private final ReadOnlyObjectWrapper<Layout> layout = new ReadOnlyObjectWrapper<>(Layout.NONE);
  private Moves moves = Moves.startingWith(Layout.NONE);
  private Content saved = Content.NOTHING;
  private Optional<OpenSource> session = Optional.empty();

  /** What makes a plan worth saving again; answers count once there is a file to hold them. */
  private record Content(
      Decisions decisions, List<Branch> branches, Layout layout, Optional<Evidence> evidence) {
    static final Content NOTHING =
        new Content(Decisions.NONE, List.of(), Layout.NONE, Optional.empty());
  }

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
    this.questions = new Questions(background, this::learn, failed(Texts.of("questions.asking")));
    preferences
        .number(Preferences.QUESTION_SECONDS)
        .ifPresent(limit -> questions.limitSeconds((int) limit));
    this.advice = new Advice(background, failed(Texts.of("job.advice")));
    this.tryOut =
        new TryOut(
            background,
            planProperty(),
            this::inputs,
            then -> change(now -> then),
            failed(Texts.of("job.plan")));
    this.comparison = new Comparison(background, this::plan, this::inputs, this::failed);
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

  /** What went wrong last, until it is dismissed or something new is opened. */
  public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Where the schema was read; empty for a plan file, which needs no connection. */
  public ReadOnlyObjectProperty<Optional<Source>> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Path>> planFileProperty() {
    return keeper.planFileProperty();
  }

  /** Who sees to it that no decision is lost. */
  public Keeper keeper() {
    return keeper;
  }

  /** Where things are kept from one run to the next; empty if nothing is. */
  Optional<UserFolders> folders() {
    return folders;
  }

  /** How the user wants the window. */
  public Preferences preferences() {
    return preferences;
  }

  /** A sentence about something that went well, until the next one. */
  public ReadOnlyObjectProperty<Optional<String>> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Says that something went well. */
  public void say(String sentence) {
    said.set(Optional.of(sentence));
  }

  /** The databases opened before; empty where nothing is remembered. */
  public Optional<Connections> connections() {
    return connections;
  }

  /** Every step so far, and those that were taken back. */
  public ReadOnlyObjectProperty<History> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /** True while there are decisions that no file holds. */
  public ReadOnlyBooleanProperty dirtyProperty() {
    return dirty.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  public BooleanProperty darkProperty() {
    return dark;
  }

  /** The jobs under way. */
  public ObservableList<Running> busy() {
    return background.running();
  }

  /** The selected finding as the present plan words it. */
  public Optional<Finding> selectedFinding() {
    return selection.get() instanceof Selection.OneFinding one
        ? plan.get().flatMap(p -> p.findings().stream().filter(one::is).findFirst())
        : Optional.empty();
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

  /** Other ways to split, kept beside the plan. */
  public Branches branches() {
    return branches;
  }

  /** What a database read again differs in. */
  public Comparison comparison() {
    return comparison;
  }

  // What the panes can do.

  /** Connects, loads or parses; what was open stays until the new schema is there. */
  public void open(Source from) {
    String doing = Texts.of("job.open", from.described());
    background.run(
        "open",
        doing,
        progress -> remembered(from, OpenedSource.of(from, progress)),
        opened -> show(opened, from),
        failed(doing));
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
    background.run("open", doing, read, opened -> show(opened, doing), failed(doing));
  }

  /** Goes on with what an earlier run could not save. */
  public void restore(Unsaved.Left work) {
    String doing = Texts.of("job.openFile", work.about());
    background.run(
        "open",
        doing,
        progress -> OpenedFile.of(work.read(), work.planFile()),
        opened -> {
          show(opened, doing);
          keeper.restored(work);
          saved = Content.NOTHING;
          tellHistory();
        },
        failed(doing));
  }

  /** Goes on with the schema as it is now; decisions stay, those that do not fit are pending. */
  public void adopt(Drift found) {
    comparison.taken();
    replaceSession(Optional.of(found.session()), !(found.source() instanceof JdbcSource));
    source.set(Optional.of(found.source()));
    tryOut.end();
    plan.set(Optional.of(found.is()));
    saved = Content.NOTHING;
    tellHistory();
    derive();
  }

  /** Saves to the plan's own file, which must have been chosen before. */
  public void save() {
    planFileProperty().get().ifPresent(this::saveAs);
  }

  public void saveAs(Path file) {
    plan.get().ifPresent(p -> save(p, file));
  }

  public void chooseRoot(TableName table) {
    decide(new Decision.Root(table));
  }

  /** Says one more thing about the split. */
  public void decide(Decision decision) {
    change(now -> now.with(decision));
  }

  /** Says several things at once; one undo takes them all back. */
  public void decideAll(List<? extends Decision> decisions) {
    change(now -> now.withAll(decisions));
  }

  /** Takes back what was said about the subject of a decision. */
  public void revoke(Decision decision) {
    revokeAll(List.of(decision));
  }

  /** Takes back several at once. */
  public void revokeAll(List<? extends Decision> decisions) {
    change(now -> now.withoutAll(decisions));
  }

  public void undo() {
    if (moves.undoes(history.get().at())) {
      moved(moves.undone());
    } else {
      turn(history.get().undone());
    }
  }

  public void redo() {
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

  /** Ticks a step of the order of work off, or opens it again. */
  public void tick(WorkStep step, boolean done) {
    change(now -> now.with(step.tick(now, done)));
  }

  /** Where tables stand that were moved by hand. */
  public ReadOnlyObjectProperty<Layout> layoutProperty() {
    return layout.getReadOnlyProperty();
  }

  /** Puts tables to their places on the drawing; undo brings them back. */
  public void place(Layout places) {
    if (!places.equals(layout.get())) {
      moved(moves.then(places, history.get().at()));
    }
  }

  private void moved(Moves next) {
    moves = next;
    layout.set(next.now());
    tellHistory();
  }

  public void select(Selection what) {
    selection.set(what);
  }

  /** Stops the opening of a source. */
  public void cancel() {
    busy().forEach(Running::cancel);
  }

  public void dismissFailure() {
    failure.set(Optional.empty());
  }

  /** For panes with slow work of their own: previews, layouts, tests of a connection. */
  public Background background() {
    return background;
  }

  /** Tells a failure of a pane's own work. */
  public Consumer<Throwable> failed(String doing) {
    return cause -> {
      if (!(cause instanceof Progress.Cancelled)) {
        failure.set(Optional.of(Failure.of(doing, cause)));
      }
    };
  }

  /** Ends all work and the connection; the program is about to end. */
  public void close() {
    background.cancelAll();
    keeper.close();
    comparison.close();
    session.ifPresent(OpenSource::close);
  }

  /** Only what could be opened is worth remembering. */
  private OpenedSource remembered(Source from, OpenedSource opened) {
    if (from instanceof JdbcSource live) {
      try {
        connections.ifPresent(c -> c.remember(live));
      } catch (UserError e) {
        LOG.warn("a connection was not remembered", e);
      }
    }
    return opened;
  }

  private void show(OpenedSource opened, Source from) {
    replaceSession(Optional.of(opened.session()), !(from instanceof JdbcSource));
    source.set(Optional.of(from));
    keeper.holds(Optional.empty(), Optional.empty());
    begin(opened.plan(), Notebook.of(opened.plan()), Layout.NONE);
  }

  private void show(OpenedFile opened, String doing) {
    replaceSession(Optional.empty(), false);
    source.set(Optional.empty());
    boolean whole = opened.lost().isEmpty();
    // A damaged file is not written over: what is left of it is saved under another name.
    keeper.holds(
        opened.lock().flatMap(l -> whole ? Optional.of(l.planFile()) : Optional.empty()),
        opened.lock());
    begin(opened.plan(), opened.file().notebook(), opened.file().layout());
    if (!whole) {
      saved = Content.NOTHING;
      tellHistory();
      String lost = String.join(" ", opened.lost());
      failed(doing).accept(new UserError(Texts.of("keeper.damaged", lost)));
    }
  }

  private void begin(Plan opened, Notebook notebook, Layout places) {
    background.cancel("plan");
    tryOut.end();
    dismissFailure();
    evidence = opened.evidence();
    moves = Moves.startingWith(places);
    layout.set(places);
    branches.begin(notebook.branches());
    history.set(notebook.history());
    saved = content();
    turn(notebook.history(), opened);
    selection.set(opened.root().map(Selection::table).orElse(Selection.nothing()));
  }

  private Content content() {
    return new Content(
        history.get().now(),
        branches.kept(),
        layout.get(),
        planFileProperty().get().map(file -> evidence));
  }

  private void replaceSession(Optional<OpenSource> next, boolean free) {
    Optional<OpenSource> old = session;
    session = next;
    questions.at(next.flatMap(OpenSource::session), free);
    old.ifPresent(o ->
        background.run(
            "close",
            "",
            progress -> {
              o.close();
              return true;
            },
            closed -> {},
            failed(Texts.of("job.close"))));
  }

  private void change(UnaryOperator<Decisions> next) {
    Decisions was = history.get().now();
    Decisions dated = next.apply(was).dated(was, Moment.today().toString());
    turn(history.get().then(dated, Moment.minute()));
  }

  /** The stack turns at once; the plan follows, the newest one wins. */
  private void turn(History next) {
    history.set(next);
    tryOut.end();
    tellHistory();
    derive();
  }

  private void turn(History next, Plan derived) {
    history.set(next);
    tellHistory();
    showPlan(derived);
  }

  private void tellHistory() {
    canUndo.set(history.get().canUndo() || moves.undoes(history.get().at()));
    canRedo.set(history.get().canRedo() || moves.redoes(history.get().at()));
    dirty.set(!content().equals(saved));
    plan.get().ifPresent(p -> keeper.keep(file(p), dirty.get()));
  }

  private PlanFile file(Plan p) {
    return new PlanFile(
        p.schema(),
        history.get().now(),
        evidence,
        layout.get(),
        new Notebook(history.get(), branches.kept()));
  }

  private void showPlan(Plan next) {
    plan.set(Optional.of(next));
    tryOut.follow();
    forgetWhatIsGone(next);
    questions.about(next);
    advice.about(next);
  }

  /** Answers join what is known; the plan follows with the decisions of the moment. */
  private void learn(Evidence answers) {
    SortedMap<String, Evidence.Answer> all = new TreeMap<>(evidence.answers());
    all.putAll(answers.answers());
    Evidence more = new Evidence(all);
    if (!more.equals(evidence)) {
      evidence = more;
      tellHistory();
      derive();
    }
  }

  private void forgetWhatIsGone(Plan next) {
    if (selection.get() instanceof Selection.OneFinding one
        && next.findings().stream().noneMatch(one::is)) {
      selection.set(Selection.table(one.table()));
    }
    if (selection.get() instanceof Selection.OneRelation(String id)
        && next.relations().stream().noneMatch(r -> r.relation().id().equals(id))) {
      selection.set(Selection.nothing());
    }
  }

  /** What the plan on show is made of, with the decisions of the moment. */
  private Optional<Inputs> inputs() {
    return plan.get().map(p -> new Inputs(p.schema(), history.get().now(), evidence));
  }

  /** The plan follows what changed; the newest one wins. */
  private void derive() {
    inputs()
        .ifPresent(now ->
            background.run(
                "plan", "", progress -> now.plan(), this::showPlan, failed(Texts.of("job.plan"))));
  }

  private void save(Plan p, Path file) {
    Content written =
        new Content(history.get().now(), branches.kept(), layout.get(), Optional.of(evidence));
    keeper.save(
        file(p),
        file,
        () -> {
          saved = written;
          tellHistory();
        });
  }

  private static <T> ReadOnlyObjectWrapper<Optional<T>> none() {
    return new ReadOnlyObjectWrapper<>(Optional.empty());
  }
}
