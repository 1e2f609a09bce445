package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout;
import dev.shardwright.plan.Layout.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** What gestures and keys do in the diagram: select, follow, walk, move, hide. */
final class DiagramHand implements Gestures.Hand {
  private final DiagramPane pane;
  private final Display display;
  private final DiagramModel model;
  private final ObjectProperty<Set<TableName>> selection;
  private final Pulls pulls;

  DiagramHand(
      DiagramPane pane,
      Display display,
      DiagramModel model,
      ObjectProperty<Set<TableName>> selection) {
    this.pane = pane;
    this.display = display;
    this.model = model;
    this.selection = selection;
    this.pulls =
        new Pulls(
            display::drawing, model::plan, display.camera()::viewport, this::place, pane::join);
  }

  /** Shows what is being pulled. */
  Pulls pulls() {
    return pulls;
  }

  @Override
  public void move(UnaryOperator<Viewport> movement) {
    display.camera().move(movement);
  }

  @Override
  public void hover(double x, double y) {
    display.hover().at(x, y);
  }

  @Override
  public void leave() {
    display.hover().leave();
  }

  @Override
  public void fit() {
    pane.fit();
  }

  @Override
  public boolean selected() {
    return !selection.get().isEmpty();
  }

  @Override
  public Optional<Pull> pull(double x, double y) {
    return pane.previewing() ? Optional.empty() : pulls.at(x, y, selection.get(), model.movable());
  }

  @Override
  public void click(MouseEvent event) {
    Viewport v = display.camera().viewport();
    double x = v.toDrawingX(event.getX());
    double y = v.toDrawingY(event.getY());
    Optional<Placed> box = display.drawing().boxAt(x, y);
    if (box.isEmpty()) {
      selection.set(Set.of());
      return;
    }
    Optional<Set<TableName>> badge =
        box.get().badgeAt(x, y).filter(b -> v.scale() > 0.5).map(b -> Set.copyOf(b.tables()));
    TableName table = box.get().table();
    if (box.get().hiddenAt(x, y) && v.scale() > 0.5) {
      pane.hide(model.layoutProperty().get().hidden().with(table, Set.of()));
      return;
    }
    if (event.getClickCount() == 2) {
      display.reveal(table);
    } else if (badge.isPresent() && !event.isShortcutDown()) {
      follow(table, badge.get());
    } else if (event.isShortcutDown()) {
      Set<TableName> next = new HashSet<>(selection.get());
      if (!next.remove(table)) {
        next.add(table);
      }
      selection.set(Set.copyOf(next));
    } else {
      selection.set(Set.of(table));
    }
  }

  /** A badge leads to the one table at its other end, or lights all of them. */
  private void follow(TableName from, Set<TableName> ends) {
    if (ends.size() > 1) {
      selection.set(Set.of(from));
      Set<TableName> all = new HashSet<>(ends);
      all.add(from);
      pane.light(all, Set.of());
      return;
    }
    selection.set(ends);
    ends.forEach(display::reveal);
  }

  @Override
  public void surround(Area pixels, boolean add) {
    Viewport v = display.camera().viewport();
    Area area =
        new Area(
            v.toDrawingX(pixels.x()),
            v.toDrawingY(pixels.y()),
            pixels.width() / v.scale(),
            pixels.height() / v.scale());
    Set<TableName> chosen =
        display.drawing().boxes().values().stream()
            .filter(b -> b.area().touches(area))
            .map(Placed::table)
            .collect(Collectors.toCollection(HashSet::new));
    if (add) {
      chosen.addAll(selection.get());
    }
    selection.set(Set.copyOf(chosen));
  }

  @Override
  public boolean letter(KeyEvent event) {
    Set<TableName> chosen = selection.get();
    switch (event.getCode()) {
      case ESCAPE -> {
        if (!pane.previewing()) {
          return false;
        }
        pane.printing().end();
      }
      case L -> display.toggleLegend();
      case D -> pane.dimsProperty().set(!pane.dimsProperty().get());
      case H -> hideOrShow(event.isShiftDown());
      case C -> chosen.stream().findFirst().ifPresent(pane::openColumns);
      case A -> model.viewProperty().set(View.ATLAS);
      case W -> ifSome(chosen, () -> pane.explain(chosen));
      case N -> ifSome(chosen, () -> pane.focusOn(chosen, Reach.ONE));
      case O -> ifSome(chosen, () -> pane.focusOn(chosen, Reach.OWNED));
      case P -> ifSome(chosen, () -> pane.focusOn(chosen, Reach.PATH));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void ifSome(Set<TableName> tables, Runnable action) {
    if (!tables.isEmpty()) {
      action.run();
    }
  }

  private void hideOrShow(boolean showAll) {
    if (showAll) {
      pane.hide(Layout.Hidden.NOTHING);
    } else {
      pane.hide(selection.get());
    }
  }

  @Override
  public void walk(KeyCode direction, boolean related) {
    Drawing drawing = display.drawing();
    Optional<TableName> from =
        selection.get().stream().filter(t -> drawing.box(t).isPresent()).findFirst();
    Optional<Placed> next =
        from.isEmpty()
            ? drawing.boxes().values().stream().findFirst()
            : related
                ? Compass.related(drawing, from.get(), direction)
                : Compass.nearest(drawing, from.get(), direction);
    next.ifPresent(box -> {
      selection.set(Set.of(box.table()));
      display.camera().move(v -> v.revealing(box.area(), 40));
    });
  }

  /** Puts tables to new places; all others stay. */
  void place(Map<TableName, Position> places) {
    Layout now = model.layoutProperty().get();
    Map<TableName, Position> all = new HashMap<>(now.positions());
    all.putAll(places);
    model.layoutProperty().set(now.with(all));
  }

  @Override
  public void shift(double dx, double dy) {
    if (model.movable()) {
      Map<TableName, Position> places = new HashMap<>();
      for (TableName table : selection.get()) {
        model
            .drawing()
            .box(table)
            .map(Placed::area)
            .ifPresent(a -> places.put(table, new Position(a.x() + dx, a.y() + dy)));
      }
      place(places);
    }
  }
}
