package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.List;

/** A finished part of a drawing that can be moved as a whole; it starts at the origin. */
record Island(List<Placed> boxes, List<Wire> wires, List<Frame> frames, Area bounds) {
  static final Island NONE = new Island(List.of(), List.of(), List.of(), new Area(0, 0, 0, 0));

  /** The parts around the origin, their common left upper corner. */
  static Island of(List<Placed> boxes, List<Wire> wires, List<Frame> frames) {
    return where(boxes, wires, frames).atOrigin();
  }

  /** Several islands as one, each where it is. */
  static Island together(List<Island> parts) {
    return where(
        parts.stream().flatMap(p -> p.boxes().stream()).toList(),
        parts.stream().flatMap(p -> p.wires().stream()).toList(),
        parts.stream().flatMap(p -> p.frames().stream()).toList());
  }

  private static Island where(List<Placed> boxes, List<Wire> wires, List<Frame> frames) {
    List<Area> areas = new ArrayList<>();
    boxes.forEach(b -> areas.add(b.area()));
    wires.forEach(w -> areas.add(w.bounds()));
    frames.forEach(f -> areas.add(f.area()));
    return new Island(boxes, wires, frames, Area.around(areas));
  }

  private Island atOrigin() {
    return moved(-bounds.x(), -bounds.y());
  }

  Island moved(double dx, double dy) {
    return new Island(
        boxes.stream().map(b -> b.moved(dx, dy)).toList(),
        wires.stream().map(w -> w.moved(dx, dy)).toList(),
        frames.stream().map(f -> f.moved(dx, dy)).toList(),
        bounds.moved(dx, dy));
  }

  /** Several islands, packed to a proportion. */
  static Island packed(List<Island> parts, double proportion, double gap) {
    List<Point> corners =
        Packing.pack(
            parts.stream()
                .map(p -> new Packing.Size(p.bounds().width(), p.bounds().height()))
                .toList(),
            proportion,
            gap);
    List<Island> moved = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      moved.add(parts.get(i).moved(corners.get(i).x(), corners.get(i).y()));
    }
    return together(moved).atOrigin();
  }

  /** Several framed islands, packed to a proportion, their frames grown into the gaps. */
  static Island tiled(List<Island> parts, double proportion, double gap) {
    List<Packing.Size> sizes =
        parts.stream().map(p -> new Packing.Size(p.bounds().width(), p.bounds().height())).toList();
    List<Point> corners = Packing.pack(sizes, proportion, gap);
    List<Area> areas = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Point at = corners.get(i);
      areas.add(new Area(at.x(), at.y(), sizes.get(i).width(), sizes.get(i).height()));
    }
    List<Area> grown = Stretching.fill(areas, gap);
    List<Island> framed = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      framed.add(parts.get(i).in(grown.get(i)));
    }
    return together(framed).atOrigin();
  }

  /** The framed island with its frame around an area and its content in the middle. */
  Island in(Area area) {
    double dx = area.x() + (area.width() - bounds.width()) / 2;
    double dy = area.y() + (area.height() - bounds.height()) / 2;
    Island moved = moved(dx, dy);
    List<Frame> around = new ArrayList<>(moved.frames());
    around.set(0, around.getFirst().around(area));
    return new Island(moved.boxes(), moved.wires(), around, area);
  }

  /** The island with a named border around it. */
  Island framed(String title, double padding, double head) {
    List<Frame> bordered = new ArrayList<>();
    double least = FramePainter.width(title, boxes.size(), head);
    double width = Math.max(least, bounds.width() + 2 * padding);
    double left = (bounds.width() - width) / 2;
    Area area = new Area(left, -head, width, bounds.height() + head + padding);
    bordered.add(new Frame(title, boxes.size(), area, head, false));
    bordered.addAll(frames);
    return of(boxes, wires, bordered);
  }
}
