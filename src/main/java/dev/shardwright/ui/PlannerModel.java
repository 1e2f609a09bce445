package dev.shardwright.ui;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.introspect.Connections;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.OpenSource;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.Sources;
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
import dev.shardwright.risk.Remedy;
import dev.shardwright.ui.parts.Titles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
  private final ReadOnlyObjectWrapper<Optional<WhatIf>> whatIf = none();
  private final ReadOnlyObjectWrapper<Optional<Plan>> shown = none();
  private final ReadOnlyObjectWrapper<Optional<Failure>> failure = none();
  private final ReadOnlyObjectWrapper<Optional<Source>> source = none();
  private final ReadOnlyObjectWrapper<Optional<Drift>> drift = none();
  private final ReadOnlyObjectWrapper<Selection> selection =
      new ReadOnlyObjectWrapper<>(Selection.nothing());
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final BooleanProperty dark = new SimpleBooleanProperty();

  private final Questions questions;
  private final Advice advice;
  private final Keeper keeper;
  private final Optional<Connections> connections;
  private final Preferences preferences;
  private final ReadOnlyObjectWrapper<Optional<String>> said = none();
  private final ReadOnlyObjectWrapper<History> history =
      new ReadOnlyObjectWrapper<>(History.startingWith(Decisions.NONE));
  private final ReadOnlyObjectWrapper<List<Branch>> branches =
      new ReadOnlyObjectWrapper<>(List.of());

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
    this.connections = folders.map(Connections::of);
    this.preferences = Preferences.of(folders);
    this.keeper = new Keeper(background, folders, failed(Texts.of("job.keep")));
    this.questions = new Questions(background, this::learn, failed(Texts.of("questions.asking")));
    preferences
        .number(Preferences.QUESTION_SECONDS)
        .ifPresent(limit -> questions.limitSeconds((int) limit));
    this.advice = new Advice(background, failed(Texts.of("job.advice")));
  }

  /**
   * Something that is being tried out, and the plan as it would be.
   *
   * @param title what is tried, in a few words
   * @param then the decisions if it is taken; empty for statements that the DBA would have to run
   */
  public record WhatIf(String title, Optional<Decisions> then, Plan after) {}

  // What the panes read.

  /** The plan as decided; empty until something was opened. */
  public ReadOnlyObjectProperty<Optional<Plan>> planProperty() {
    return plan.getReadOnlyProperty();
  }

  public Optional<Plan> plan() {
    return plan.get();
  }

  /** A decision that is being tried out. */
  public ReadOnlyObjectProperty<Optional<WhatIf>> whatIfProperty() {
    return whatIf.getReadOnlyProperty();
  }

  /** The plan to draw: what would be, while something is being tried out, else what is. */
  public ReadOnlyObjectProperty<Optional<Plan>> shownProperty() {
    return shown.getReadOnlyProperty();
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

  /** Other ways to split, kept beside the plan. */
  public ReadOnlyObjectProperty<List<Branch>> branchesProperty() {
    return branches.getReadOnlyProperty();
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
    String doing = Texts.of("job.openFile", file.getFileName());
    background.run(
        "open",
        doing,
        progress -> OpenedFile.of(file),
        opened -> show(opened, doing),
        failed(doing));
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

  /** Reads a database again and shows what differs from the plan; nothing changes yet. */
  public void compare(Source with) {
    String doing = Texts.of("job.compare", with.described());
    Decisions now = history.get().now();
    Evidence known = evidence;
    plan.get()
        .ifPresent(was ->
            background.run(
                "compare",
                doing,
                progress -> {
                  OpenSource open = Sources.open(with, progress);
                  Plan is = Plan.of(open.schema(), now, known, today());
                  return new Drift(with, open, was, is);
                },
                found -> {
                  dropDrift();
                  drift.set(Optional.of(found));
                },
                failed(doing)));
  }

  /** What a database differs in, while that is looked at. */
  public ReadOnlyObjectProperty<Optional<Drift>> driftProperty() {
    return drift.getReadOnlyProperty();
  }

  /** Goes on with the schema as it is now; decisions stay, those that do not fit are pending. */
  public void adopt(Drift found) {
    drift.set(Optional.empty());
    replaceSession(Optional.of(found.session()), !(found.source() instanceof JdbcSource));
    source.set(Optional.of(found.source()));
    endTryOut();
    plan.set(Optional.of(found.is()));
    saved = Content.NOTHING;
    tellHistory();
    derive("plan", history.get().now(), this::showPlan);
  }

  /** Leaves the plan as it is. */
  public void dropDrift() {
    drift
        .get()
        .ifPresent(old ->
            background.run(
                "close-compared",
                "",
                progress -> closed(old),
                closed -> {},
                failed(Texts.of("job.close"))));
    drift.set(Optional.empty());
  }

  private static boolean closed(Drift old) {
    old.close();
    return true;
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
    change(now -> withAll(now, decisions));
  }

  private static Decisions withAll(Decisions now, List<? extends Decision> decisions) {
    Decisions next = now;
    for (Decision decision : decisions) {
      next = next.with(decision);
    }
    return next;
  }

  /** Takes back what was said about the subject of a decision. */
  public void revoke(Decision decision) {
    revokeAll(List.of(decision));
  }

  /** Takes back several at once. */
  public void revokeAll(List<? extends Decision> decisions) {
    change(now -> {
      Decisions next = now;
      for (Decision decision : decisions) {
        next = next.without(decision);
      }
      return next;
    });
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

  /** Keeps what is being tried out beside the plan. */
  public void keepBranch(String name) {
    whatIf.get().flatMap(WhatIf::then).ifPresent(then -> keepBranch(new Branch(name, now(), then)));
  }

  private void keepBranch(Branch kept) {
    List<Branch> more = new ArrayList<>(branches.get());
    more.removeIf(b -> b.name().equals(kept.name()));
    more.add(kept);
    branches.set(List.copyOf(more));
    tellHistory();
  }

  /** Forgets a branch. */
  public void dropBranch(Branch branch) {
    branches.set(branches.get().stream().filter(b -> !b.equals(branch)).toList());
    tellHistory();
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

  /** Shows the plan as it would be after a decision, without deciding. */
  public void tryOut(Decision decision) {
    plan.get()
        .ifPresent(p -> tryOut(Titles.decision(p, decision), history.get().now().with(decision)));
  }

  /** Shows the plan as it would be after several decisions, without deciding. */
  public void tryOut(String title, List<? extends Decision> decisions) {
    tryOut(title, withAll(history.get().now(), decisions));
  }

  /** Shows the plan as it would be with other decisions, without deciding. */
  public void tryOut(String title, Decisions then) {
    derive("what-if", then, after -> show(new WhatIf(title, Optional.of(then), after)));
  }

  /** Shows the plan as it would be after a remedy: a decision, or statements nobody has run yet. */
  public void tryOut(Remedy remedy) {
    if (remedy.decision().isPresent()) {
      tryOut(remedy.decision().get());
      return;
    }
    Decisions now = history.get().now();
    Evidence known = evidence;
    plan.get()
        .ifPresent(p ->
            background.run(
                "what-if",
                "",
                progress -> Plan.of(remedy.on(p.schema()), now, known, today()),
                after -> show(new WhatIf(remedy.title(), Optional.empty(), after)),
                failed(Texts.of("job.plan"))));
  }

  private void show(WhatIf tried) {
    whatIf.set(Optional.of(tried));
    shown.set(Optional.of(tried.after()));
  }

  /** Takes what is being tried out. */
  public void decideTried() {
    whatIf.get().flatMap(WhatIf::then).ifPresent(then -> change(now -> then));
  }

  public void endTryOut() {
    background.cancel("what-if");
    if (whatIf.get().isPresent()) {
      whatIf.set(Optional.empty());
      shown.set(plan.get());
    }
  }

  /** Draws the plan before or after what is being tried out. */
  public void showTried(boolean after) {
    shown.set(after ? whatIf.get().map(WhatIf::after).or(plan::get) : plan.get());
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
    drift.get().ifPresent(Drift::close);
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
    endTryOut();
    dismissFailure();
    evidence = opened.evidence();
    moves = Moves.startingWith(places);
    layout.set(places);
    branches.set(notebook.branches());
    history.set(notebook.history());
    saved = content();
    turn(notebook.history(), opened);
    selection.set(opened.root().map(Selection::table).orElse(Selection.nothing()));
  }

  private Content content() {
    return new Content(
        history.get().now(),
        branches.get(),
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
    turn(history.get().then(next.apply(was).dated(was, today().toString()), now()));
  }

  /** The minute, as the history keeps it. */
  private static String now() {
    return LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /** The stack turns at once; the plan follows, the newest one wins. */
  private void turn(History next) {
    history.set(next);
    endTryOut();
    tellHistory();
    derive("plan", next.now(), this::showPlan);
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
        new Notebook(history.get(), branches.get()));
  }

  private void showPlan(Plan next) {
    plan.set(Optional.of(next));
    if (whatIf.get().isEmpty()) {
      shown.set(plan.get());
    }
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
      derive("plan", history.get().now(), this::showPlan);
    }
  }

  /** Waivers that ended before this day count no longer. */
  static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
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

  private void derive(String lane, Decisions decisions, Consumer<Plan> show) {
    Evidence known = evidence;
    plan.get()
        .ifPresent(p ->
            background.run(
                lane,
                "",
                progress -> Plan.of(p.schema(), decisions, known, today()),
                show,
                failed(Texts.of("job.plan"))));
  }

  private void save(Plan p, Path file) {
    Content written =
        new Content(history.get().now(), branches.get(), layout.get(), Optional.of(evidence));
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
