package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The finished geometry of a diagram: what every painter draws.
 *
 * @param frames outer frames before the blocks within them
 * @param boxes by table
 * @param wires lines that are drawn, plain ones before risky ones
 * @param badged relations that a badge stands for
 */
public record Drawing(
    List<Frame> frames,
    Map<TableName, Placed> boxes,
    List<Wire> wires,
    List<Link> badged,
    Area bounds) {

  public static final Drawing EMPTY =
      new Drawing(List.of(), Map.of(), List.of(), List.of(), new Area(0, 0, 0, 0));

  public Drawing {
    frames = List.copyOf(frames);
    boxes = Collections.unmodifiableMap(new TreeMap<>(boxes));
    wires = List.copyOf(wires);
    badged = List.copyOf(badged);
  }

  public Optional<Placed> box(TableName table) {
    return Optional.ofNullable(boxes.get(table));
  }

  /** The box at a place. */
  public Optional<Placed> boxAt(double x, double y) {
    return boxes.values().stream().filter(b -> b.area().contains(x, y)).findFirst();
  }

  /** The line nearest to a place, if one is within the distance. */
  public Optional<Wire> wireAt(double x, double y, double distance) {
    Area near = new Area(x, y, 0, 0).grown(distance);
    return wires.stream()
        .filter(w -> w.bounds().touches(near) && w.distance(x, y) <= distance)
        .min(Comparator.comparingDouble(w -> w.distance(x, y)));
  }

  public boolean empty() {
    return boxes.isEmpty();
  }
}
