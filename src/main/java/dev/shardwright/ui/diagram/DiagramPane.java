package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Detail;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Emphasis;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.RelationFilter;
import dev.shardwright.diagram.Sign;
import dev.shardwright.diagram.Theme;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.Background;
import dev.shardwright.ui.diagram.Joining.End;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
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

  private final ObjectProperty<Set<TableName>> selection;
  private final ObservableBooleanValue dark;
  private final DiagramModel model;
  private final Picture picture;
  private final Proxies proxies;
  private final Minimap minimap;
  private final LegendCard legend = new LegendCard();
  private final Label hint = new Label();
  private final Camera camera;
  private final Attention attention = new Attention();
  private final Node views;
  private final Node details;
  private final Node steps;
  private final Node zoom;
  private final Hover hover;
  private final DiagramHand hand;
  private final Bars bars;
  private final Preview preview;
  private TableMenu menu = (table, column, owner, x, y) -> {};
  private BiConsumer<End, End> joined = (from, to) -> {};
  private String shownKey = "";

  /** Opens the menu of a table. */
  @FunctionalInterface
  public interface TableMenu {
    /**
     * Shows it.
     *
     * @param column the column that it was opened at
     * @param screenX where on the screen
     * @param screenY where on the screen
     */
    void show(TableName table, Optional<String> column, Node owner, double screenX, double screenY);
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
    this(background, plan, selection, dark, PlaceMemory.NONE);
  }

  /**
   * A diagram whose tables stand where they stood in an earlier run, if they can.
   *
   * @param selection the selected tables, changed by clicks
   */
  public DiagramPane(
      Background background,
      ObservableValue<Optional<Plan>> plan,
      ObjectProperty<Set<TableName>> selection,
      ObservableBooleanValue dark,
      PlaceMemory memory) {
    this.selection = selection;
    this.dark = dark;
    model = new DiagramModel(background, plan, selection, memory);
    picture = new Picture(background);
    proxies = new Proxies(this::focused, table -> selection.set(Set.of(table)));
    camera = new Camera(picture.viewportProperty(), this::subject);
    minimap = new Minimap(background, camera::center);
    views = Controls.views(model.viewProperty());
    details = Controls.details(model.detailProperty());
    steps = Controls.reach(model.reachProperty());
    preview = new Preview(background, model::arrangement);
    ShowMenu show = new ShowMenu(model.relationsProperty(), model.layoutProperty(), dimsProperty());
    List<Node> menus = List.of(show, preview.menu());
    zoom = Controls.zoom(camera.scaleProperty(), camera, this::toggleLegend, menus);
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

  /** What was moved and hidden by hand; changes when the reader moves or hides something. */
  public ObjectProperty<Layout> layoutProperty() {
    return model.layoutProperty();
  }

  public ObjectProperty<Reach> reachProperty() {
    return model.reachProperty();
  }

  /** Which relations are drawn. */
  public ObjectProperty<RelationFilter> relationsProperty() {
    return model.relationsProperty();
  }

  /** True if what has nothing to do with the selection is dimmed. */
  public BooleanProperty dimsProperty() {
    return attention.dimsProperty();
  }

  /** Leaves tables out of the drawing. */
  public void hide(Set<TableName> tables) {
    hide(layoutProperty().get().hidden().plus(tables));
  }

  /** Leaves a column out of its table; a line of the table says so and brings it back. */
  public void hide(TableName table, String column) {
    hide(layoutProperty().get().hidden().plus(table, column));
  }

  /** Leaves just that out of the drawing. */
  void hide(Layout.Hidden what) {
    layoutProperty().set(layoutProperty().get().with(what));
  }

  /** The columns of a table, as lines of a menu to hide them and to bring them back. */
  public List<MenuItem> columnItems(TableName table) {
    return model.drawing().box(table).stream()
        .flatMap(box -> ColumnMenu.items(box, layoutProperty()).stream())
        .toList();
  }

  /** Opens the columns of a table beside it. */
  void openColumns(TableName table) {
    ContextMenu columns = new ContextMenu();
    columns.setId("diagram-columns");
    columns.getItems().setAll(columnItems(table));
    if (!columns.getItems().isEmpty()) {
      reveal(table);
      drawing()
          .box(table)
          .map(box -> localToScreen(camera.toPane(box.area().right(), box.area().y())))
          .ifPresent(at -> columns.show(this, at.getX(), at.getY()));
    }
  }

  /** Writes a word at some tables: what would change in them. */
  public void note(Map<TableName, String> words) {
    attention.note(words);
    showLegend();
    paint();
  }

  /** The words at tables that {@link #note} wrote last. */
  public Map<TableName, String> notes() {
    return attention.notes();
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
    return camera.scaleProperty();
  }

  /** How many pictures were painted so far. */
  public ReadOnlyIntegerProperty paintedProperty() {
    return picture.paintedProperty();
  }

  /** What is drawn now. */
  public Drawing drawing() {
    return preview.drawing().orElseGet(model::drawing);
  }

  /** The diagram on paper. */
  Printing printing() {
    return preview.printing();
  }

  /** What prints are called, and who is told what went wrong with them, and why. */
  public void setPrints(Supplier<String> planName, BiConsumer<String, Throwable> failed) {
    printing().setPlanName(planName);
    printing().setOnFailed(failed);
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
    model.drawing().box(table).map(Placed::area).ifPresent(camera::reveal);
  }

  /** Keeps these tables and relations clear and dims all others; empty sets dim nothing. */
  public void light(Set<TableName> tables, Set<String> relations) {
    attention.light(tables, relations);
    paint();
  }

  /** Shows the whole drawing. */
  public void fit() {
    camera.fit();
  }

  Camera camera() {
    return camera;
  }

  private Camera.Subject subject() {
    Area whole = previewing() ? preview.bounds() : drawing().bounds();
    boolean footed = previewing() || Bars.small(getWidth(), getHeight());
    return new Camera.Subject(whole, getWidth(), getHeight(), footed);
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
    getChildren().addAll(preview.pages(), hint, minimap, legend);
    getChildren().addAll(views, details, steps, zoom, preview.bar());
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
    dimsProperty().addListener(any -> paint());
    // After the preview's own listener, which lays the new sheets out.
    printing()
        .shownProperty()
        .addListener((of, before, now) -> picture.together(this::previewChanged));
    addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
  }

  // What happens when something changes.

  private void stateChanged() {
    if (previewing()) {
      printing().again();
      return;
    }
    DiagramModel.State state = model.stateProperty().get();
    proxies.show(state.drawing());
    minimap.show(state.drawing(), theme());
    setAccessibleText("Diagram of " + state.drawing().boxes().size() + " tables");
    hint.setText(state.failure().orElseGet(this::emptyText));
    hint.setVisible(state.drawing().empty());
    if (!state.key().equals(shownKey) || camera.fitWanted()) {
      shownKey = state.key();
      fit();
      showSelectionOf(state.drawing());
    }
    showLegend();
    paint();
    requestLayout();
  }

  boolean previewing() {
    return preview.showing();
  }

  /** A preview is another drawing with the edges of sheets over it; its end brings the old back. */
  private void previewChanged() {
    if (previewing()) {
      proxies.show(drawing());
      minimap.show(drawing(), theme());
      fit();
      paint();
    } else {
      shownKey = "";
      stateChanged();
    }
    preview.follow(viewport());
    requestLayout();
  }

  /** In a drawing too large to be read whole, the selected table is what the reader wants. */
  private void showSelectionOf(Drawing drawing) {
    if (camera.scaleProperty().get() < 0.2 && selection.get().size() == 1) {
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
    showLegend();
    paint();
  }

  private void viewportChanged(Viewport now) {
    proxies.follow(now);
    minimap.follow(now);
    hover.follow();
    preview.follow(now);
    camera.fitIfWanted();
    requestLayout();
  }

  private void paint() {
    Emphasis emphasis =
        previewing() ? Emphasis.NONE : attention.emphasis(selection.get(), drawing());
    picture.show(drawing(), theme(), emphasis, preview.around());
  }

  private Theme theme() {
    return dark.get() && !previewing() ? Theme.DARK : Theme.LIGHT;
  }

  void toggleLegend() {
    legend.setVisible(!legend.isVisible());
    showLegend();
    requestLayout();
  }

  /** The signs that occur in what is shown. */
  private void showLegend() {
    if (legend.isVisible()) {
      Set<Sign> signs = EnumSet.noneOf(Sign.class);
      signs.addAll(Sign.in(drawing()));
      if (!notes().isEmpty()) {
        signs.add(Sign.NOTE);
      }
      legend.show(signs, theme());
    }
  }

  // Pointer and keyboard.

  Viewport viewport() {
    return camera.viewport();
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
      drawing().box(table).ifPresent(b -> camera.move(v -> v.revealing(b.area(), 40)));
    }
  }

  private void menu(ContextMenuEvent event) {
    if (event.isKeyboardTrigger()) {
      proxies
          .focusedTable()
          .or(() -> selection.get().stream().findFirst())
          .ifPresent(table -> menu(table, Optional.empty(), event));
      return;
    }
    double y = viewport().toDrawingY(event.getY());
    boxAt(event.getX(), event.getY()).ifPresent(box -> menu(box.table(), box.columnAt(y), event));
  }

  private void menu(TableName table, Optional<String> column, ContextMenuEvent event) {
    if (!selection.get().contains(table)) {
      selection.set(Set.of(table));
    }
    menu.show(table, column, this, event.getScreenX(), event.getScreenY());
    event.consume();
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
    preview.layout(width, height);
    legend.resizeRelocate(
        width - legendWidth - EDGE, EDGE + 44, legendWidth, Math.min(legendHeight, height - 70));
    camera.fitIfWanted();
  }

  private List<Area> areas(Set<TableName> tables) {
    return tables.stream().flatMap(t -> drawing().box(t).stream()).map(Placed::area).toList();
  }
}
