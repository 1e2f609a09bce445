package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Detail;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.RelationFilter;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.Background;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.diagram.Joining.End;
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
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/**
 * A plan as a diagram that can be walked in.
 *
 * <p>It shows the plan and the selection it is given and changes the selection. The menu of a table
 * belongs to the window: {@link #setOnTableMenu}.
 */
public final class DiagramPane extends Region {
  private final ObjectProperty<Set<TableName>> selection;
  private final DiagramModel model;
  private final Display display;
  private final DiagramHand hand;
  private final TableMenus menus;
  private final EmptyHint hint = new EmptyHint();
  private final Bars bars;
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
    model = new DiagramModel(background, plan, selection, memory);
    display = new Display(this, background, model, selection, dark);
    hand = new DiagramHand(this, display, model, selection);
    menus = new TableMenus(this, display, selection, model.layoutProperty());
    bars = bars();
    build();
    listen();
    plan.addListener((of, before, now) -> hint.tell(model));
    stateChanged();
  }

  // What the window asks for.

  /** The menu that a right click or the menu key on a table opens. */
  public void setOnTableMenu(TableMenu opens) {
    menus.setOpens(opens);
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
    return display.attention().dimsProperty();
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
    return menus.columnItems(table);
  }

  /** Opens the columns of a table beside it. */
  void openColumns(TableName table) {
    menus.openColumns(table);
  }

  /** Writes a word at some tables: what would change in them. */
  public void note(Map<TableName, String> words) {
    display.attention().note(words);
    display.showLegend();
    display.paint();
  }

  /** The words at tables that {@link #note} wrote last. */
  public Map<TableName, String> notes() {
    return display.attention().notes();
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
    return camera().scaleProperty();
  }

  /** How many pictures were painted so far. */
  public ReadOnlyIntegerProperty paintedProperty() {
    return display.picture().paintedProperty();
  }

  /** What is drawn now. */
  public Drawing drawing() {
    return display.drawing();
  }

  /** The diagram on paper. */
  Printing printing() {
    return display.preview().printing();
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
    display.reveal(table);
  }

  /** Keeps these tables and relations clear and dims all others; empty sets dim nothing. */
  public void light(Set<TableName> tables, Set<String> relations) {
    display.attention().light(tables, relations);
    display.paint();
    requestLayout(); // the overview steps aside
  }

  /** Shows the whole drawing. */
  public void fit() {
    camera().fit();
  }

  Camera camera() {
    return display.camera();
  }

  boolean previewing() {
    return display.preview().showing();
  }

  /** Told that a relation was drawn. */
  void join(End from, End to) {
    joined.accept(from, to);
  }

  // How it is built.

  private Bars bars() {
    Node shows = new ShowMenu(model.relationsProperty(), model.layoutProperty(), dimsProperty());
    List<Node> more = List.of(shows, display.preview().menu());
    return new Bars(
        Controls.views(model.viewProperty()),
        Controls.reach(model.reachProperty()),
        Controls.details(model.detailProperty()),
        Controls.zoom(camera().scaleProperty(), camera(), display::toggleLegend, more));
  }

  private void build() {
    setId("diagram");
    getStyleClass().add("diagram-pane");
    Optional.ofNullable(DiagramPane.class.getResource("/css/diagram.css"))
        .ifPresent(css -> getStylesheets().add(css.toExternalForm()));
    setFocusTraversable(true);
    setMinSize(120, 90);
    getChildren().addAll(display.ground());
    getChildren().addAll(hand.pulls(), Gestures.listen(this, hand));
    getChildren().addAll(display.preview().pages(), hint);
    getChildren().addAll(display.cards());
    getChildren().addAll(bars.views(), bars.details(), bars.steps(), bars.zoom());
    getChildren().add(display.preview().bar());
  }

  private void listen() {
    Picture picture = display.picture();
    picture.viewportProperty().addListener((of, before, now) -> viewportChanged(now));
    model.stateProperty().addListener(any -> picture.together(this::stateChanged));
    model.viewProperty().addListener(any -> requestLayout());
    // After the preview's own listener, which lays the new sheets out.
    printing()
        .shownProperty()
        .addListener((of, before, now) -> picture.together(this::previewChanged));
  }

  // What happens when something changes.

  private void stateChanged() {
    if (previewing()) {
      printing().again();
      return;
    }
    DiagramModel.State state = model.stateProperty().get();
    display.drawn();
    setAccessibleText(Texts.of("diagram.tables", state.drawing().boxes().size()));
    hint.tell(model);
    if (!state.key().equals(shownKey) || camera().fitWanted()) {
      shownKey = state.key();
      fit();
      showSelectionOf(state.drawing());
    }
    display.showLegend();
    display.paint();
    requestLayout();
  }

  /** A preview is another drawing with the edges of sheets over it; its end brings the old back. */
  private void previewChanged() {
    if (previewing()) {
      display.drawn();
      fit();
      display.paint();
    } else {
      shownKey = "";
      stateChanged();
    }
    display.preview().follow(camera().viewport());
    requestLayout();
  }

  /** In a drawing too large to be read whole, the selected table is what the reader wants. */
  private void showSelectionOf(Drawing drawing) {
    if (camera().scaleProperty().get() < 0.2 && selection.get().size() == 1) {
      selection.get().stream().filter(t -> drawing.box(t).isPresent()).forEach(this::reveal);
    }
  }

  private void viewportChanged(Viewport now) {
    display.follow(now);
    camera().fitIfWanted();
    requestLayout();
  }

  // Where the parts stand.

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    display.layout(width, height);
    hint.resizeRelocate(width * 0.15, height / 2 - 40, width * 0.7, 80);
    bars.layout(width, height, model.viewProperty().get() == View.FOCUS, previewing());
    camera().fitIfWanted();
  }
}
