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

  Placed at(Area other) {
    return new Placed(box, rows, leaving, arriving, other);
  }

  Placed moved(double dx, double dy) {
    return at(area.moved(dx, dy));
  }
}
