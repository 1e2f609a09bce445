package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Level;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout.Position;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.diagram.Joining.End;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/**
 * Tables pulled by their heads to another place, and relations pulled from a column to a column.
 * What is pulled is shown as a ghost; the drawing changes when it is dropped.
 */
final class Pulls extends Pane {
  private static final int MOST_GHOSTS = 60;

  private final Supplier<Drawing> drawing;
  private final Supplier<Optional<Plan>> plan;
  private final Supplier<Viewport> viewport;
  private final Consumer<Map<TableName, Position>> moved;
  private final BiConsumer<End, End> joined;

  Pulls(
      Supplier<Drawing> drawing,
      Supplier<Optional<Plan>> plan,
      Supplier<Viewport> viewport,
      Consumer<Map<TableName, Position>> moved,
      BiConsumer<End, End> joined) {
    this.drawing = drawing;
    this.plan = plan;
    this.viewport = viewport;
    this.moved = moved;
    this.joined = joined;
    setManaged(false);
    setMouseTransparent(true);
  }

  /** What a drag from here would pull: a column's relation, a table, or nothing. */
  Optional<Pull> at(double x, double y, Set<TableName> selected, boolean movable) {
    Viewport v = viewport.get();
    if (Level.at(v.scale()) == Level.BOXES) {
      return Optional.empty();
    }
    double dx = v.toDrawingX(x);
    double dy = v.toDrawingY(y);
    Optional<Placed> box = drawing.get().boxAt(dx, dy);
    int row = box.map(b -> b.rowAt(dy)).orElse(-1);
    if (box.isPresent() && row >= 0 && Level.at(v.scale()) == Level.ROWS) {
      String column = box.get().rows().get(row).column();
      return Optional.of(new Relating(new End(box.get().table(), column), x, y));
    }
    return box.filter(b -> movable).map(b -> new Moving(tables(b.table(), selected), x, y));
  }

  private static Set<TableName> tables(TableName pulled, Set<TableName> selected) {
    return selected.contains(pulled) ? selected : Set.of(pulled);
  }

  private final class Moving implements Pull {
    private final double fromX;
    private final double fromY;
    private final Map<TableName, Area> areas = new LinkedHashMap<>();

    private Moving(Set<TableName> tables, double x, double y) {
      fromX = x;
      fromY = y;
      tables.forEach(t -> drawing.get().box(t).ifPresent(b -> areas.put(t, b.area())));
      areas.values().stream().limit(MOST_GHOSTS).forEach(a -> getChildren().add(ghost()));
    }

    private static Rectangle ghost() {
      Rectangle ghost = new Rectangle();
      ghost.getStyleClass().add("ghost");
      return ghost;
    }

    @Override
    public void to(double x, double y) {
      Viewport v = viewport.get();
      List<Area> places = List.copyOf(areas.values());
      for (int i = 0; i < getChildren().size(); i++) {
        Area a = places.get(i);
        Rectangle ghost = (Rectangle) getChildren().get(i);
        ghost.setX(v.toViewX(a.x()) + x - fromX);
        ghost.setY(v.toViewY(a.y()) + y - fromY);
        ghost.setWidth(a.width() * v.scale());
        ghost.setHeight(a.height() * v.scale());
      }
    }

    @Override
    public void drop(double x, double y) {
      cancel();
      double scale = viewport.get().scale();
      Map<TableName, Position> places = new LinkedHashMap<>();
      areas.forEach((table, a) ->
          places.put(
              table,
              new Position(
                  Math.rint(a.x() + (x - fromX) / scale), Math.rint(a.y() + (y - fromY) / scale))));
      moved.accept(places);
    }

    @Override
    public void cancel() {
      getChildren().clear();
    }
  }

  private final class Relating implements Pull {
    private final End from;
    private final Line line;
    private final Label word = new Label();

    private Relating(End from, double x, double y) {
      this.from = from;
      line = new Line(x, y, x, y);
      line.getStyleClass().add("ghost-line");
      word.setId("diagram-joining");
      word.getStyleClass().add("ghost-word");
      getChildren().addAll(line, word);
    }

    @Override
    public void to(double x, double y) {
      line.setEndX(x);
      line.setEndY(y);
      Optional<End> end = end(x, y);
      Optional<String> problem = end.flatMap(this::problem);
      line.pseudoClassStateChanged(Joining.BAD, problem.isPresent());
      word.pseudoClassStateChanged(Joining.BAD, problem.isPresent());
      word.setText(
          end.isEmpty()
              ? Joining.asking(from)
              : problem.orElseGet(() -> Joining.offering(from, end.get())));
      word.autosize();
      word.relocate(x + 14, y + 14);
    }

    private Optional<String> problem(End end) {
      return plan.get().flatMap(p -> Joining.problem(p.schema(), from, end));
    }

    /** On a table's head its single key column is meant. */
    private Optional<End> end(double x, double y) {
      Viewport v = viewport.get();
      double dy = v.toDrawingY(y);
      Optional<Placed> box = drawing.get().boxAt(v.toDrawingX(x), dy);
      if (box.isEmpty()) {
        return Optional.empty();
      }
      int row = box.get().rowAt(dy);
      return row >= 0
          ? Optional.of(new End(box.get().table(), box.get().rows().get(row).column()))
          : plan.get().flatMap(p -> Joining.key(p.schema(), box.get().table()));
    }

    @Override
    public void drop(double x, double y) {
      cancel();
      end(x, y).filter(e -> problem(e).isEmpty()).ifPresent(e -> joined.accept(from, e));
    }

    @Override
    public void cancel() {
      getChildren().clear();
    }
  }
}
