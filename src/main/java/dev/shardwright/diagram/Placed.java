package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A box at its place.
 *
 * @param rows the box's rows, with the badges of lines that are not drawn
 * @param leaving badge of lines from columns that are not shown
 * @param arriving badge of lines to columns that are not shown
 */
public record Placed(
    Box box, List<Row> rows, Optional<Badge> leaving, Optional<Badge> arriving, Area area) {
  public Placed {
    rows = List.copyOf(rows);
  }

  public TableName table() {
    return box.table();
  }

  /** The middle of a row, the header's for a column that is not shown, from the drawing's top. */
  public double rowY(int row) {
    return area.y() + Measure.rowY(row);
  }

  /** The row at a height, or -1 for the header or the foot. */
  public int rowAt(double y) {
    int row = (int) Math.floor((y - area.y() - Measure.HEADER) / Measure.ROW);
    return row >= 0 && row < rows.size() ? row : -1;
  }

  /** The column whose row stands at a height. */
  public Optional<String> columnAt(double y) {
    int row = rowAt(y);
    return row < 0 ? Optional.empty() : Optional.of(rows.get(row).column());
  }

  /** True at the words that say how many columns were hidden: there they are brought back. */
  public boolean hiddenAt(double x, double y) {
    double left = area.x() + Measure.INDENT - 4;
    return box.hidden() > 0
        && y > area.y() + Measure.HEADER + rows.size() * Measure.ROW
        && y <= area.bottom()
        && x >= left
        && x <= left + Typeface.SMALL.width(Measure.hidden(box)) + 8;
  }

  /** The badge at a place, if one stands there. */
  public Optional<Badge> badgeAt(double x, double y) {
    double right = area.right() - Measure.SIDE;
    int row = rowAt(y);
    if (row < 0) {
      boolean foot = y > area.y() + Measure.HEADER + rows.size() * Measure.ROW;
      return foot && !hiddenAt(x, y) ? leaving.or(() -> arriving) : Optional.empty();
    }
    Optional<Badge> in = rows.get(row).arriving();
    if (in.isPresent()) {
      double start = right - Typeface.SMALL.width(in.get().text()) - 4;
      if (x >= start) {
        return in;
      }
      right = start - 4;
    }
    Optional<Badge> out = rows.get(row).leaving();
    double left = right - out.map(b -> Typeface.SMALL.width(b.text())).orElse(0.0) - 4;
    return out.filter(b -> x >= left);
  }

  Placed at(Area other) {
    return new Placed(box, rows, leaving, arriving, other);
  }

  Placed marked(String mark) {
    return new Placed(box.marked(mark), rows, leaving, arriving, area);
  }

  Placed moved(double dx, double dy) {
    return at(area.moved(dx, dy));
  }
}
