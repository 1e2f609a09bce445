package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import dev.shardwright.risk.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A table to be drawn.
 *
 * @param title its name, with the schema where the plan spans several
 * @param mark the findings about it: their count on the screen, their numbers on paper; empty for
 *     none
 * @param worst the worst of them
 * @param rows the columns shown, in the table's order
 * @param hidden how many columns the reader hid
 * @param more how many other columns are not shown
 * @param partitions how many partitions are folded into the table
 * @param summary one sentence for tooltips and screen readers
 */
public record Box(
    TableName table,
    String title,
    Look look,
    boolean root,
    String mark,
    Optional<Severity> worst,
    List<Row> rows,
    int hidden,
    int more,
    int partitions,
    String summary) {
  public Box {
    rows = List.copyOf(rows);
  }

  /** True if no finding about it is an error. */
  boolean mild() {
    return worst.filter(Severity::grave).isEmpty();
  }

  Box marked(String other) {
    return new Box(table, title, look, root, other, worst, rows, hidden, more, partitions, summary);
  }

  /** The row of a column, or -1 if it is not shown. */
  int row(String column) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).column().equals(column)) {
        return i;
      }
    }
    return -1;
  }
}
