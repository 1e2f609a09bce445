package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets boxes without lines in columns, read downwards in their order. Boxes of a column get its
 * width, so that edges align and no space is lost between columns.
 */
final class Columns {
  private static final double GAP = 16;

  private Columns() {}

  /** The boxes at their places, from the origin on. */
  static List<Placed> set(List<Placed> boxes, double proportion) {
    List<Placed> best = List.of();
    double bestError = Double.MAX_VALUE;
    int most = Math.min(boxes.size(), 2 + (int) (3 * Math.sqrt(boxes.size())));
    for (int columns = 1; columns <= most; columns++) {
      List<Placed> tried = fill(boxes, columns);
      Area area = Area.around(tried.stream().map(Placed::area).toList());
      double error = Math.abs(Math.log(area.width() / area.height() / proportion));
      if (error < bestError) {
        bestError = error;
        best = tried;
      }
    }
    return best;
  }

  private static List<Placed> fill(List<Placed> boxes, int columns) {
    double total = boxes.stream().mapToDouble(b -> b.area().height() + GAP).sum();
    List<Placed> set = new ArrayList<>();
    double x = 0;
    double done = 0;
    int next = 0;
    for (int column = 1; column <= columns && next < boxes.size(); column++) {
      int start = next;
      double end = total * column / columns;
      double width = 0;
      while (next < boxes.size()
          && (next == start || done + boxes.get(next).area().height() / 2 < end)) {
        width = Math.max(width, boxes.get(next).area().width());
        done += boxes.get(next).area().height() + GAP;
        next++;
      }
      double y = 0;
      for (Placed box : boxes.subList(start, next)) {
        set.add(box.at(new Area(x, y, width, box.area().height())));
        y += box.area().height() + GAP;
      }
      x += width + GAP;
    }
    return set;
  }
}
