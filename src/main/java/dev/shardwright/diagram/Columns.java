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
    double height = height(boxes, columns);
    List<Placed> set = new ArrayList<>();
    double x = 0;
    for (int start = 0; start < boxes.size(); ) {
      int end = end(boxes, start, height);
      List<Placed> column = boxes.subList(start, end);
      double width = column.stream().mapToDouble(b -> b.area().width()).max().orElse(0);
      double y = 0;
      for (Placed box : column) {
        set.add(box.at(new Area(x, y, width, box.area().height())));
        y += box.area().height() + GAP;
      }
      x += width + GAP;
      start = end;
    }
    return set;
  }

  /** The least height at which the boxes fit into so many columns: the last may be shorter. */
  private static double height(List<Placed> boxes, int columns) {
    double total = boxes.stream().mapToDouble(b -> b.area().height() + GAP).sum();
    double tallest = boxes.stream().mapToDouble(b -> b.area().height() + GAP).max().orElse(0);
    double low = Math.max(tallest, total / columns);
    double high = low + tallest;
    while (high - low > 1) {
      double middle = (low + high) / 2;
      if (needed(boxes, middle) <= columns) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static int needed(List<Placed> boxes, double height) {
    int columns = 0;
    for (int start = 0; start < boxes.size(); start = end(boxes, start, height)) {
      columns++;
    }
    return columns;
  }

  /** The first box behind a column that begins at a box. */
  private static int end(List<Placed> boxes, int start, double height) {
    int end = start + 1;
    double left = height - boxes.get(start).area().height() - GAP;
    while (end < boxes.size() && boxes.get(end).area().height() + GAP <= left + 0.01) {
      left -= boxes.get(end++).area().height() + GAP;
    }
    return end;
  }
}
