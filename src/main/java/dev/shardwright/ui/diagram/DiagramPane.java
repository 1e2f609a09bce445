package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Detail;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Emphasis;
import dev.shardwright.diagram.Hidden;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Printout;
import dev.shardwright.diagram.Theme;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.Background;
import dev.shardwright.ui.diagram.Joining.End;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Region;

/**
 * A plan as a diagram that can be walked in.
 *
 * <p>It shows the plan and the selection it is given and changes the selection. The menu of a table
 * belongs to the window: {@link #setOnTableMenu}.
 */
public final class DiagramPane extends Region {
  private static final double EDGE = 14;
  private static final double FIT_MARGIN_PX = 26;
  private static final double BARS_PX = 52;
  private static final double READING_SCALE = 0.85;

  private final ObjectProperty<Set<TableName>> selection;
  private final ObservableBooleanValue dark;
  private final DiagramModel model;
  private final Picture picture;
  private final Proxies proxies;
  private final Minimap minimap;
  private final LegendCard legend = new LegendCard();
  private final Label hint = new Label();
  private final DoubleProperty scale = new SimpleDoubleProperty(1);
  private final Node views;
  private final Node details;
  private final Node steps;
  private final Node zoom;
  private final Hover hover;
  private final DiagramHand hand;
  private final Bars bars;
  private final ShowMenu show;
  private final Printing printing;
  private final PrintBar printBar;
  private final PageGrid pages = new PageGrid();
  private final BooleanProperty dims = new SimpleBooleanProperty();
  private Set<TableName> lit = Set.of();
  private Set<String> litRelations = Set.of();
  private Map<TableName, String> notes = Map.of();
  private TableMenu menu = (table, owner, x, y) -> {};
  private BiConsumer<End, End> joined = (from, to) -> {};
  private String shownKey = "";
  private boolean fitWanted = true;

  /** Opens the menu of a table. */
  @FunctionalInterface
  public interface TableMenu {
    /**
     * Shows it.
     *
     * @param screenX where on the screen
     * @param screenY where on the screen
     */
    void show(TableName table, Node owner, double screenX, double screenY);
  }

  /**
   * A diagram of whatever plan the property holds.
   *
   * @param selection the selected tables, changed by clicks
   */
  public DiagramPane(
      Background background,
      ObservableValue<Optional<Plan>> plan,
      ObjectProperty<Set<TableName>> selection,
      ObservableBooleanValue dark) {
    this.selection = selection;
    this.dark = dark;
    model = new DiagramModel(background, plan, selection);
    picture = new Picture(background);
    proxies = new Proxies(this::focused, table -> selection.set(Set.of(table)));
    minimap = new Minimap(background, this::center);
    views = Controls.views(model.viewProperty());
    details = Controls.details(model.detailProperty());
    steps = Controls.reach(model.reachProperty());
    show = new ShowMenu(model.hiddenProperty(), dims, model.positionsProperty());
    printing = new Printing(background, model::arrangement);
    printBar = new PrintBar(printing);
    List<Node> menus = List.of(show, PrintBar.menu(printBar));
    zoom = Controls.zoom(scale, zooming(), this::toggleLegend, menus);
    hover = new Hover(this, this::drawing, model::plan, this::viewport);
    hand = new DiagramHand(this, model, selection);
    bars = new Bars(views, steps, details, zoom);
    build();
    listen();
    stateChanged();
  }

  // What the window asks for.

  /** The menu that a right click or the menu key on a table opens. */
  public void setOnTableMenu(TableMenu opens) {
    menu = opens;
  }

  /** Told the columns of a relation that was drawn from one table to another. */
  public void setOnJoined(BiConsumer<End, End> told) {
    joined = told;
  }

  /** Where tables of the atlas stand that were moved by hand; changes when one is moved. */
  public ObjectProperty<dev.shardwright.plan.Layout> positionsProperty() {
    return model.positionsProperty();
  }

  public ObjectProperty<Reach> reachProperty() {
    return model.reachProperty();
  }

  /** What is left out of the drawing. */
  public ObjectProperty<Hidden> hiddenProperty() {
    return model.hiddenProperty();
  }

  /** True if what has nothing to do with the selection is dimmed. */
  public BooleanProperty dimsProperty() {
    return dims;
  }

  /** Leaves tables out of the drawing. */
  public void hide(Set<TableName> tables) {
    hiddenProperty().set(ShowMenu.more(hiddenProperty().get(), tables));
  }

  /** Writes a word at some tables: what would change in them. */
  public void note(Map<TableName, String> words) {
    notes = Map.copyOf(words);
    paint();
  }

  /** The words at tables that {@link #note} wrote last. */
  public Map<TableName, String> notes() {
    return notes;
  }

  public ObjectProperty<View> viewProperty() {
    return model.viewProperty();
  }

  public ObjectProperty<Detail> detailProperty() {
    return model.detailProperty();
  }

  /** True if the reader chose the detail; else it follows the size of the plan. */
  public boolean detailChosen() {
    return model.detailChosen();
  }

  /** Pixels per unit of the drawing. */
  public ReadOnlyDoubleProperty scaleProperty() {
    return scale;
  }

  /** How many pictures were painted so far. */
  public ReadOnlyIntegerProperty paintedProperty() {
    return picture.paintedProperty();
  }

  /** What is drawn now. */
  public Drawing drawing() {
    return printing.shownProperty().get().map(Printout::drawing).orElseGet(model::drawing);
  }

  /** The diagram on paper. */
  Printing printing() {
    return printing;
  }

  /** What prints are called, and who is told what went wrong with them, and why. */
  public void setPrints(Supplier<String> planName, BiConsumer<String, Throwable> failed) {
    printing.setPlanName(planName);
    printing.setOnFailed(failed);
  }

  /** Shows the tables and what is within reach of them. */
  public void focusOn(Set<TableName> tables, Reach reach) {
    model.reachProperty().set(reach);
    focusOn(tables);
  }

  /** Shows the tables with their neighbours. */
  public void focusOn(Set<TableName> tables) {
    model.viewProperty().set(View.FOCUS);
    model.focus(tables);
  }

  /** Shows the chain that coloured the tables. */
  public void explain(Set<TableName> tables) {
    model.viewProperty().set(View.WHY);
    model.focus(tables);
  }

  /** Brings a table into sight, large enough to be read. */
  public void reveal(TableName table) {
    model
        .drawing()
        .box(table)
        .ifPresent(box ->
            move(v -> {
              boolean small = v.scale() < READING_SCALE;
              Viewport large =
                  small
                      ? Viewport.centered(
                          box.area().centerX(),
                          box.area().centerY(),
                          READING_SCALE,
                          v.width(),
                          v.height())
                      : v;
              return large.revealing(box.area(), 60);
            }));
  }

  /** Keeps these tables and relations clear and dims all others; empty sets dim nothing. */
  public void light(Set<TableName> tables, Set<String> relations) {
    lit = Set.copyOf(tables);
    litRelations = Set.copyOf(relations);
    paint();
  }

  /** Where a place of the drawing is seen in the pane. */
  Point2D toPane(double x, double y) {
    Viewport v = viewport();
    return new Point2D(v.toViewX(x), v.toViewY(y));
  }

  /** Shows the whole drawing. */
  public void fit() {
    if (getWidth() < 1 || getHeight() < 1 || drawing().empty()) {
      fitWanted = true;
      return;
    }
    fitWanted = false;
    // The bars float over the top; below them there is room, if the window is not tiny.
    double bars = getHeight() > 4 * BARS_PX ? BARS_PX : 0;
    Area bounds = previewing() ? pages.bounds() : drawing().bounds();
    double foot = previewing() || Bars.small(getWidth(), getHeight()) ? bars : 0;
    Viewport below = Viewport.fit(bounds, getWidth(), getHeight() - bars - foot, FIT_MARGIN_PX);
    picture
        .viewportProperty()
        .set(
            new Viewport(
                below.x(),
                below.y() - bars / below.scale(),
                below.scale(),
                getWidth(),
                getHeight()));
  }

  // How it is built.

  private void build() {
    setId("diagram");
    getStyleClass().add("diagram-pane");
    Optional.ofNullable(DiagramPane.class.getResource("/css/diagram.css"))
        .ifPresent(css -> getStylesheets().add(css.toExternalForm()));
    setFocusTraversable(true);
    setMinSize(120, 90);
    hint.setId("diagram-hint");
    hint.getStyleClass().add("diagram-hint");
    hint.setAlignment(Pos.CENTER);
    hint.setWrapText(true);
    hint.setMouseTransparent(true);
    legend.setVisible(false);
    getChildren().addAll(picture, hover.frame(), proxies, hand.pulls());
    getChildren().add(Gestures.listen(this, hand));
    getChildren().addAll(pages, hint, minimap, legend, views, details, steps, zoom, printBar);
  }

  private void listen() {
    picture.viewportProperty().addListener((of, before, now) -> viewportChanged(now));
    model.stateProperty().addListener(any -> picture.together(this::stateChanged));
    model.viewProperty().addListener(any -> requestLayout());
    selection.addListener(any -> {
      proxies.select(selection.get());
      paint();
    });
    dark.addListener(any -> themeChanged());
    dims.addListener(any -> paint());
    printing
        .shownProperty()
        .addListener((o, was, now) -> picture.together(() -> printingChanged(now)));
    addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
  }

  private Controls.Zooming zooming() {
    return new Controls.Zooming() {
      @Override
      public void in() {
        move(v -> v.zoomed(1.25, v.width() / 2, v.height() / 2));
      }

      @Override
      public void out() {
        move(v -> v.zoomed(0.8, v.width() / 2, v.height() / 2));
      }

      @Override
      public void fit() {
        DiagramPane.this.fit();
      }
    };
  }

  // What happens when something changes.

  private void stateChanged() {
    if (previewing()) {
      printing.again();
      return;
    }
    DiagramModel.State state = model.stateProperty().get();
    proxies.show(state.drawing());
    minimap.show(state.drawing(), theme());
    setAccessibleText("Diagram of " + state.drawing().boxes().size() + " tables");
    hint.setText(state.failure().orElseGet(this::emptyText));
    hint.setVisible(state.drawing().empty());
    if (!state.key().equals(shownKey) || fitWanted) {
      shownKey = state.key();
      fit();
      showSelectionOf(state.drawing());
    }
    paint();
    requestLayout();
  }

  boolean previewing() {
    return printing.shownProperty().get().isPresent();
  }

  /** A preview is another drawing with the sheets' edges over it; its end brings the old back. */
  private void printingChanged(Optional<Printout> now) {
    printBar.setVisible(now.isPresent());
    now.ifPresentOrElse(pages::show, pages::clear);
    if (now.isPresent()) {
      printBar.tell(now.get().sheets().size());
      proxies.show(drawing());
      minimap.show(drawing(), theme());
      fit();
      paint();
    } else {
      shownKey = "";
      stateChanged();
    }
    pages.follow(viewport());
    requestLayout();
  }

  /** In a drawing too large to be read whole, the selected table is what the reader wants. */
  private void showSelectionOf(Drawing drawing) {
    if (scale.get() < 0.2 && selection.get().size() == 1) {
      selection.get().stream().filter(t -> drawing.box(t).isPresent()).forEach(this::reveal);
    }
  }

  private String emptyText() {
    if (model.plan().isEmpty()) {
      return "Open a database, a dump or the sample, and its tables appear here.";
    }
    if (model.viewProperty().get().needsSubject()) {
      return "Select a table in the list or in the atlas, and it appears here with its neighbours.";
    }
    return "There is no table in what was read. Choose other schemas, or another source.";
  }

  private void themeChanged() {
    minimap.show(drawing(), theme());
    legend.show(theme());
    paint();
  }

  private void viewportChanged(Viewport now) {
    scale.set(now.scale());
    proxies.follow(now);
    minimap.follow(now);
    hover.follow();
    pages.follow(now);
    if (fitWanted) {
      fit();
    }
    requestLayout();
  }

  private void paint() {
    Emphasis emphasis =
        previewing() ? Emphasis.NONE : new Emphasis(selection.get(), clear(), litRelations, notes);
    picture.show(drawing(), theme(), emphasis);
  }

  /** What is not dimmed: what a finding needs, or the selection with its neighbours. */
  private Set<TableName> clear() {
    if (!lit.isEmpty() || !dims.get()) {
      return lit;
    }
    Set<TableName> clear = new HashSet<>(selection.get());
    selection.get().forEach(t -> clear.addAll(Compass.neighbours(drawing(), t)));
    return clear;
  }

  private Theme theme() {
    return dark.get() && !previewing() ? Theme.DARK : Theme.LIGHT;
  }

  void move(UnaryOperator<Viewport> movement) {
    picture.viewportProperty().set(movement.apply(viewport()));
  }

  private void center(Area on) {
    move(v -> Viewport.centered(on.centerX(), on.centerY(), v.scale(), v.width(), v.height()));
  }

  void toggleLegend() {
    legend.show(theme());
    legend.setVisible(!legend.isVisible());
    requestLayout();
  }

  // Pointer and keyboard.

  Viewport viewport() {
    return picture.viewportProperty().get();
  }

  void hover(double px, double py) {
    hover.at(px, py);
  }

  void leave() {
    hover.leave();
  }

  void join(End from, End to) {
    joined.accept(from, to);
  }

  private Optional<Placed> boxAt(double px, double py) {
    Viewport v = viewport();
    return drawing().boxAt(v.toDrawingX(px), v.toDrawingY(py));
  }

  private void focused(TableName table, boolean now) {
    hover.outline(now ? Optional.of(table) : Optional.empty());
    if (now) {
      drawing().box(table).ifPresent(b -> move(v -> v.revealing(b.area(), 40)));
    }
  }

  private void menu(ContextMenuEvent event) {
    Optional<TableName> table =
        event.isKeyboardTrigger()
            ? proxies.focusedTable().or(() -> selection.get().stream().findFirst())
            : boxAt(event.getX(), event.getY()).map(Placed::table);
    table.ifPresent(t -> {
      if (!selection.get().contains(t)) {
        selection.set(Set.of(t));
      }
      menu.show(t, this, event.getScreenX(), event.getScreenY());
      event.consume();
    });
  }

  // Where the parts stand.

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    picture.resizeRelocate(0, 0, width, height);
    hint.resizeRelocate(width * 0.15, height / 2 - 40, width * 0.7, 80);
    bars.layout(width, height, model.viewProperty().get() == View.FOCUS, previewing());
    minimap.seat(width, height, drawing().bounds(), areas(selection.get()));
    double legendWidth = legend.prefWidth(-1);
    double legendHeight = legend.prefHeight(-1);
    printBar.small(Bars.small(width, height));
    printBar.autosize();
    printBar.relocate(
        Math.max(EDGE, (width - printBar.getWidth()) / 2), height - printBar.getHeight() - EDGE);
    legend.resizeRelocate(
        width - legendWidth - EDGE, EDGE + 44, legendWidth, Math.min(legendHeight, height - 70));
    if (fitWanted) {
      fit();
    }
  }

  private List<Area> areas(Set<TableName> tables) {
    return tables.stream().flatMap(t -> drawing().box(t).stream()).map(Placed::area).toList();
  }
}
