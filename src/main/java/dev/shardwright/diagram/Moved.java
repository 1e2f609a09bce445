package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A drawing with some tables at other places, and their lines led there anew. */
public final class Moved {
  private final Drawing from;
  private final Map<TableName, Placed> boxes;
  private final Set<TableName> moved;
  private final Route route;

  private Moved(Drawing from, Map<TableName, Placed> boxes, Set<TableName> moved) {
    this.from = from;
    this.boxes = boxes;
    this.moved = moved;
    this.route = new Route(boxes.values().stream().map(Placed::area).toList());
  }

  /**
   * The drawing with tables moved.
   *
   * @param positions upper left corners by table; tables that are not drawn are passed over
   */
  public static Drawing of(Drawing drawing, Map<TableName, Position> positions) {
    Map<TableName, Placed> boxes = new HashMap<>(drawing.boxes());
    Map<TableName, Placed> moved = new HashMap<>();
    positions.forEach((table, at) ->
        drawing
            .box(table)
            .ifPresent(box -> {
              Area a = box.area();
              if (a.x() != at.x() || a.y() != at.y()) {
                moved.put(table, box.at(new Area(at.x(), at.y(), a.width(), a.height())));
              }
            }));
    boxes.putAll(moved);
    return moved.isEmpty() ? drawing : new Moved(drawing, boxes, moved.keySet()).drawing();
  }

  private Drawing drawing() {
    List<Wire> wires = from.wires().stream().flatMap(this::led).toList();
    List<Area> areas = new ArrayList<>();
    boxes.values().forEach(box -> areas.add(box.area()));
    wires.forEach(wire -> areas.add(wire.bounds()));
    from.frames().forEach(frame -> areas.add(frame.area()));
    return new Drawing(from.frames(), boxes, wires, from.badged(), Area.around(areas));
  }

  private Stream<Wire> led(Wire wire) {
    boolean touched = wire.links().stream().anyMatch(l -> moves(l.parent()) || moves(l.child()));
    if (!touched) {
      return Stream.of(wire);
    }
    return wire.bus() ? bus(wire) : wire.links().stream().flatMap(l -> straight(l).stream());
  }

  private boolean moves(TableName table) {
    return moved.contains(table);
  }

  private Optional<Wire> straight(Link link) {
    Placed parent = boxes.get(link.parent());
    Placed child = boxes.get(link.child());
    if (parent == null || child == null) {
      return Optional.empty();
    }
    List<Point> points =
        link.selfLoop()
            ? Route.loop(parent.area(), parent.rowY(link.parentRow()), child.rowY(link.childRow()))
            : route.between(
                parent.area(),
                parent.rowY(link.parentRow()),
                child.area(),
                child.rowY(link.childRow()));
    return Optional.of(new Wire(List.of(link), points, false));
  }

  /** Tables taken out of a block get lines of their own; the block's line goes on to the others. */
  private Stream<Wire> bus(Wire wire) {
    List<Link> out = wire.links().stream().filter(l -> moves(l.child())).toList();
    List<Link> in = wire.links().stream().filter(l -> !moves(l.child())).toList();
    Stream<Wire> own = out.stream().flatMap(l -> straight(l).stream());
    if (in.isEmpty()) {
      return own;
    }
    Placed parent = boxes.get(in.getFirst().parent());
    if (parent == null || !moves(parent.table())) {
      return Stream.concat(Stream.of(new Wire(in, wire.points(), true)), own);
    }
    Point end = wire.points().getLast();
    Area entry = new Area(end.x(), end.y(), 0, 0);
    List<Point> points =
        route.between(parent.area(), parent.rowY(in.getFirst().parentRow()), entry, end.y());
    return Stream.concat(Stream.of(new Wire(in, points, true)), own);
  }
}
