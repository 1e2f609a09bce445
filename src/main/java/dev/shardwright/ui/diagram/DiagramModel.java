package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Arrangement;
import dev.shardwright.diagram.Detail;
import dev.shardwright.diagram.Diagram;
import dev.shardwright.diagram.DiagramOptions;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Layout;
import dev.shardwright.diagram.Moved;
import dev.shardwright.diagram.Places;
import dev.shardwright.diagram.RelationFilter;
import dev.shardwright.diagram.Scope;
import dev.shardwright.model.Progress;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout.Position;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.Background;
import dev.shardwright.ui.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the drawing of a plan up to date with what the reader wants to see of it. */
final class DiagramModel {
  private static final Logger LOG = LoggerFactory.getLogger(DiagramModel.class);

  private static final int MANY_TABLES = 80;

  private final Background background;
  private final PlaceMemory memory;
  private final ObservableValue<Optional<Plan>> plan;
  private final ObjectProperty<Set<TableName>> selection;
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.ATLAS);
  private final ObjectProperty<Detail> detail = new SimpleObjectProperty<>(Detail.COLUMNS);
  private final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(Reach.ONE);
  private final ObjectProperty<RelationFilter> relations =
      new SimpleObjectProperty<>(RelationFilter.ALL);
  private final ObjectProperty<dev.shardwright.plan.Layout> layout =
      new SimpleObjectProperty<>(dev.shardwright.plan.Layout.NONE);
  private final ObjectProperty<Set<TableName>> subject = new SimpleObjectProperty<>(Set.of());
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(State.nothing(Optional.empty()));
  private boolean detailChosen;
  private boolean settling;

  /**
   * What is shown.
   *
   * @param untouched the drawing before tables were moved by hand
   * @param of which part of which database it shows, and how
   * @param key names the picture; another key means another picture, to be seen whole
   * @param failure why there is no drawing
   */
  record State(
      Drawing drawing, Drawing untouched, String of, String key, Optional<String> failure) {
    static State nothing(Optional<String> why) {
      return new State(Drawing.EMPTY, Drawing.EMPTY, "", "", why);
    }

    /** With tables moved by hand. */
    State moved(Drawing to) {
      return new State(to, untouched, of, key, failure);
    }

    /** After a small change tables stay where they were; after a large one it is a new picture. */
    State next(
        Plan plan,
        DiagramOptions options,
        Map<TableName, Position> places,
        PlaceMemory memory,
        Progress progress) {
      Diagram diagram = Diagram.of(plan, options);
      String next = plan.schema().origin().described() + options.scope() + options.detail();
      Places before = of.equals(next) ? Places.of(untouched) : memory.recall(next);
      boolean same = of.equals(next) && Layout.keeps(before, diagram);
      Drawing laid = Layout.after(before, diagram, Layout.WINDOW, progress);
      if (options.scope() instanceof Scope.Atlas) {
        memory.keep(next, Places.of(laid));
      }
      return new State(
          Moved.of(laid, places),
          laid,
          next,
          same ? key : next + plan.schema().tables().size(),
          Optional.empty());
    }
  }

  DiagramModel(
      Background background,
      ObservableValue<Optional<Plan>> plan,
      ObjectProperty<Set<TableName>> selection,
      PlaceMemory memory) {
    this.background = background;
    this.memory = memory;
    this.plan = plan;
    this.selection = selection;
    InvalidationListener draw = any -> draw();
    plan.addListener((of, before, now) -> planChanged(before, now));
    detail.addListener(any -> {
      detailChosen |= !settling;
      draw();
    });
    reach.addListener(draw);
    relations.addListener(draw);
    layout.addListener((of, before, now) -> layoutChanged(before, now));
    subject.addListener(any -> drawIf(view.get().needsSubject()));
    view.addListener((of, before, now) -> viewChanged(now));
    selection.addListener(any -> selectionChanged());
    planChanged(Optional.empty(), plan.getValue());
  }

  ObjectProperty<View> viewProperty() {
    return view;
  }

  ObjectProperty<Detail> detailProperty() {
    return detail;
  }

  boolean detailChosen() {
    return detailChosen;
  }

  ObjectProperty<Reach> reachProperty() {
    return reach;
  }

  ObjectProperty<RelationFilter> relationsProperty() {
    return relations;
  }

  /** Where tables of the atlas stand that were moved by hand, and what is hidden. */
  ObjectProperty<dev.shardwright.plan.Layout> layoutProperty() {
    return layout;
  }

  /** True if tables of this view may be moved: the others are made anew for each look. */
  boolean movable() {
    return view.get() == View.ATLAS;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  Drawing drawing() {
    return state.get().drawing();
  }

  Optional<Plan> plan() {
    return plan.getValue();
  }

  /** What is printed. */
  Optional<Arrangement> arrangement() {
    return plan().map(of -> new Arrangement(of, layout.get(), relations.get(), ground(of)));
  }

  /** What was moved by hand was moved among these; at another detail tables stand elsewhere. */
  private Places ground(Plan of) {
    Detail printed = DiagramOptions.atlas(of.schema().tables().size()).detail();
    boolean same = movable() && detail.get() == printed;
    return same ? Places.of(state.get().untouched()) : Places.NONE;
  }

  Set<TableName> subject() {
    return subject.get();
  }

  /** Shows these tables and what hangs together with them. */
  void focus(Set<TableName> tables) {
    subject.set(Set.copyOf(tables));
    if (!view.get().needsSubject()) {
      view.set(View.FOCUS);
    }
  }

  private void planChanged(Optional<Plan> before, Optional<Plan> now) {
    boolean opened = !names(before).equals(names(now));
    if (opened) {
      settling = true;
      int tables = now.map(p -> p.schema().tables().size()).orElse(0);
      if (!detailChosen) {
        detail.set(tables > MANY_TABLES ? Detail.KEYS : Detail.COLUMNS);
      }
      settling = false;
      if (view.get().needsSubject()) {
        view.set(View.ATLAS);
      }
    }
    draw();
  }

  private static String names(Optional<Plan> plan) {
    return plan.map(p -> p.schema().origin().described() + p.schema().tables().size()).orElse("");
  }

  private void viewChanged(View now) {
    if (now.needsSubject() && !selection.get().isEmpty()) {
      subject.set(selection.get());
    }
    draw();
  }

  /** A table picked elsewhere that is not in the picture becomes its subject. */
  private void selectionChanged() {
    boolean elsewhere = selection.get().stream().anyMatch(t -> drawing().box(t).isEmpty());
    if (view.get().needsSubject() && (elsewhere || subject.get().isEmpty())) {
      subject.set(selection.get());
    }
  }

  private void drawIf(boolean wanted) {
    if (wanted) {
      draw();
    }
  }

  private void draw() {
    if (settling) {
      return;
    }
    Optional<Plan> of = plan.getValue();
    if (of.isEmpty()) {
      background.cancel(Background.PICTURE);
      state.set(State.nothing(Optional.empty()));
      return;
    }
    DiagramOptions options = options();
    State now = state.get();
    Map<TableName, Position> places = places();
    background.run(
        Background.PICTURE,
        of.get().schema().tables().size() > MANY_TABLES ? Texts.of("job.diagram") : "",
        progress -> now.next(of.get(), options, places, memory, progress),
        drawn -> {
          state.set(drawn);
          if (!places.equals(places())) {
            move();
          }
        },
        this::failed);
  }

  private DiagramOptions options() {
    return new DiagramOptions(scope(), detail.get())
        .without(layout.get().hidden())
        .with(relations.get());
  }

  private Map<TableName, Position> places() {
    return movable() ? layout.get().positions() : Map.of();
  }

  private void layoutChanged(dev.shardwright.plan.Layout before, dev.shardwright.plan.Layout now) {
    if (before.hidden().equals(now.hidden())) {
      move();
    } else {
      draw();
    }
  }

  /** Only the moved tables and their lines change. */
  private void move() {
    State now = state.get();
    if (now.untouched().empty() || !movable()) {
      return;
    }
    Map<TableName, Position> places = places();
    background.run(
        "diagram-moved",
        "",
        progress -> Moved.of(now.untouched(), places),
        drawing -> {
          if (sameDrawing(now, state.get())) {
            state.set(now.moved(drawing));
          }
        },
        this::failed);
  }

  /** Equality would compare thousands of boxes on the window's thread. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean sameDrawing(State one, State other) {
    return one.untouched() == other.untouched();
  }

  private Scope scope() {
    return switch (view.get()) {
      case ATLAS -> new Scope.Atlas();
      case PLAN -> new Scope.ByKind();
      case FOCUS -> reach.get().scope(subject.get());
      case WHY -> new Scope.Why(subject.get());
    };
  }

  private void failed(Throwable why) {
    if (!(why instanceof Progress.Cancelled)) {
      LOG.error("the diagram could not be laid out", why);
      state.set(State.nothing(Optional.of(Texts.of("diagram.failed"))));
    }
  }
}
