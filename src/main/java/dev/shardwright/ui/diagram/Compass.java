package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Link;
import dev.shardwright.diagram.Placed;
import dev.shardwright.model.TableName;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;

/** Where the arrow keys lead from a table. */
final class Compass {
  private Compass() {}

  /** The nearest table in a direction, counting distance across it double. */
  static Optional<Placed> nearest(Drawing drawing, TableName from, KeyCode direction) {
    return nearest(drawing, from, direction, drawing.boxes().values().stream());
  }

  /** The nearest in a direction of those that a relation ties to the table, drawn or not. */
  static Optional<Placed> related(Drawing drawing, TableName from, KeyCode direction) {
    return nearest(
        drawing,
        from,
        direction,
        neighbours(drawing, from).stream().flatMap(t -> drawing.box(t).stream()));
  }

  static Set<TableName> neighbours(Drawing drawing, TableName of) {
    return Stream.concat(
            drawing.wires().stream().flatMap(w -> w.links().stream()), drawing.badged().stream())
        .flatMap(link -> other(link, of).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<TableName> other(Link link, TableName than) {
    if (link.child().equals(than)) {
      return Optional.of(link.parent()).filter(t -> !t.equals(than));
    }
    return link.parent().equals(than) ? Optional.of(link.child()) : Optional.empty();
  }

  private static Optional<Placed> nearest(
      Drawing drawing, TableName from, KeyCode direction, Stream<Placed> among) {
    Optional<Area> start = drawing.box(from).map(Placed::area);
    return start.flatMap(a ->
        among
            .filter(b -> ahead(a, b.area(), direction) > 1)
            .min(Comparator.comparingDouble(b -> way(a, b.area(), direction))));
  }

  private static double ahead(Area from, Area to, KeyCode direction) {
    return switch (direction) {
      case LEFT -> from.x() - to.x();
      case RIGHT -> to.x() - from.x();
      case UP -> from.y() - to.y();
      default -> to.y() - from.y();
    };
  }

  private static double way(Area from, Area to, KeyCode direction) {
    boolean flat = direction == KeyCode.LEFT || direction == KeyCode.RIGHT;
    double across =
        flat ? Math.abs(to.centerY() - from.centerY()) : Math.abs(to.centerX() - from.centerX());
    return ahead(from, to, direction) + 2 * across;
  }
}
