package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.List;

/** What no drawing may have. */
final class Neat {
  private Neat() {}

  /** Pairs of tables that cover each other or nearly touch. */
  static List<String> overlaps(Drawing drawing) {
    List<String> overlaps = new ArrayList<>();
    List<Placed> boxes = List.copyOf(drawing.boxes().values());
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        if (boxes.get(i).area().grown(3).touches(boxes.get(j).area())) {
          overlaps.add(boxes.get(i).table() + " and " + boxes.get(j).table());
        }
      }
    }
    return overlaps;
  }

  /** Tables that a line passes which does not end there. */
  static List<String> crossed(Drawing drawing) {
    List<String> crossed = new ArrayList<>();
    for (Wire wire : drawing.wires()) {
      for (Area leg : Area.legs(wire.points())) {
        for (Placed box : drawing.boxes().values()) {
          if (box.area().grown(-1).touches(leg)) {
            crossed.add(wire.link().relation() + " through " + box.table());
          }
        }
      }
    }
    return crossed;
  }
}
