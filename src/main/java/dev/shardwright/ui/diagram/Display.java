package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Emphasis;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Sign;
import dev.shardwright.diagram.Theme;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.TableName;
import dev.shardwright.ui.Background;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * All that shows the one drawing: its picture, what pointer, keyboard and screen reader find on it,
 * the map in the corner, the legend, and the sheets of a print preview.
 */
final class Display {
  private static final double EDGE = 14;

  private final Region pane;
  private final DiagramModel model;
  private final ObjectProperty<Set<TableName>> selection;
  private final ObservableBooleanValue dark;
  private final Attention attention = new Attention();
  private final Picture picture;
  private final Camera camera;
  private final Hover hover;
  private final Proxies proxies;
  private final Minimap minimap;
  private final LegendCard legend = new LegendCard();
  private final Preview preview;

  /**
   * Shows the model's drawing.
   *
   * @param pane where all of it is seen
   * @param selection what stands out, changed with the keyboard
   */
  Display(
      Region pane,
      Background background,
      DiagramModel model,
      ObjectProperty<Set<TableName>> selection,
      ObservableBooleanValue dark) {
    this.pane = pane;
    this.model = model;
    this.selection = selection;
    this.dark = dark;
    picture = new Picture(background);
    camera = new Camera(picture.viewportProperty(), this::subject);
    hover = new Hover(pane, this::drawing, model::plan, camera::viewport);
    proxies = new Proxies(this::focused, table -> selection.set(Set.of(table)));
    minimap = new Minimap(background, camera::center);
    preview = new Preview(background, model::arrangement);
    legend.setVisible(false);
    selection.addListener(any -> selectionChanged());
    dark.addListener(any -> themeChanged());
    attention.dimsProperty().addListener(any -> paint());
  }

  Attention attention() {
    return attention;
  }

  Picture picture() {
    return picture;
  }

  Camera camera() {
    return camera;
  }

  Hover hover() {
    return hover;
  }

  Preview preview() {
    return preview;
  }

  /** The table that has the keyboard, or else one that is selected. */
  Optional<TableName> table() {
    return proxies.focusedTable().or(() -> selection.get().stream().findFirst());
  }

  /** What lies below all that can be pulled. */
  List<Node> ground() {
    return List.of(picture, hover.frame(), proxies);
  }

  /** What floats over the drawing. */
  List<Node> cards() {
    return List.of(minimap, legend);
  }

  /** What is drawn now. */
  Drawing drawing() {
    return preview.drawing().orElseGet(model::drawing);
  }

  /** Paper is light. */
  private Theme theme() {
    return dark.get() && !preview.showing() ? Theme.DARK : Theme.LIGHT;
  }

  private Camera.Subject subject() {
    Area whole = preview.showing() ? preview.bounds() : drawing().bounds();
    double width = pane.getWidth();
    double height = pane.getHeight();
    boolean footed = preview.showing() || Bars.small(width, height);
    return new Camera.Subject(whole, width, height, footed);
  }

  /** Another drawing is to be seen. */
  void drawn() {
    proxies.show(drawing());
    minimap.show(drawing(), theme());
  }

  private void themeChanged() {
    minimap.show(drawing(), theme());
    showLegend();
    paint();
  }

  private void selectionChanged() {
    proxies.select(selection.get());
    paint();
  }

  /** Brings a table into sight, large enough to be read. */
  void reveal(TableName table) {
    model.drawing().box(table).map(Placed::area).ifPresent(camera::reveal);
  }

  /** The view moved. */
  void follow(Viewport now) {
    proxies.follow(now);
    minimap.follow(now);
    hover.follow();
    preview.follow(now);
  }

  void paint() {
    Emphasis emphasis =
        preview.showing() ? Emphasis.NONE : attention.emphasis(selection.get(), drawing());
    picture.show(drawing(), theme(), emphasis, preview.around());
  }

  void toggleLegend() {
    legend.setVisible(!legend.isVisible());
    showLegend();
    pane.requestLayout();
  }

  /** The signs that occur in what is shown. */
  void showLegend() {
    if (legend.isVisible()) {
      Set<Sign> signs = EnumSet.noneOf(Sign.class);
      signs.addAll(Sign.in(drawing()));
      if (!attention.notes().isEmpty()) {
        signs.add(Sign.NOTE);
      }
      legend.show(signs, theme());
    }
  }

  private void focused(TableName table, boolean now) {
    hover.outline(now ? Optional.of(table) : Optional.empty());
    if (now) {
      drawing().box(table).ifPresent(b -> camera.move(v -> v.revealing(b.area(), 40)));
    }
  }

  /** Puts the picture and the cards to their places. */
  void layout(double width, double height) {
    picture.resizeRelocate(0, 0, width, height);
    Set<TableName> wanted = new HashSet<>(selection.get());
    wanted.addAll(attention.lit());
    minimap.seat(width, height, drawing().bounds(), areas(wanted));
    preview.layout(width, height);
    double legendWidth = legend.prefWidth(-1);
    double legendHeight = legend.prefHeight(-1);
    legend.resizeRelocate(
        width - legendWidth - EDGE, EDGE + 44, legendWidth, Math.min(legendHeight, height - 70));
  }

  private List<Area> areas(Set<TableName> tables) {
    return tables.stream().flatMap(t -> drawing().box(t).stream()).map(Placed::area).toList();
  }
}
