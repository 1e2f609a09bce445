package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import dev.shardwright.plan.PlannedRelation;

/**
 * A relation to be drawn.
 *
 * @param relation {@link dev.shardwright.model.Relation#id}
 * @param parentRow the row where it starts, -1 for a column that is not shown
 * @param childRow the row where it ends, -1 for a column that is not shown
 * @param nullable true if a child row may have no parent
 * @param single true if a parent has at most one child row
 * @param risk true if an open finding of severity blocker or error names it
 * @param numbers those findings, as paper numbers them; empty on the screen
 */
public record Link(
    String relation,
    TableName parent,
    int parentRow,
    TableName child,
    int childRow,
    boolean nullable,
    boolean single,
    Sort sort,
    boolean risk,
    String numbers,
    String summary) {

  /** Who says that the relation exists, and whether it will stay. */
  public enum Sort {
    DECLARED,
    VIRTUAL,
    CUT;

    /** What readers call them. */
    String plural() {
      return switch (this) {
        case DECLARED -> "declared keys";
        case VIRTUAL -> "relations drawn here";
        case CUT -> "cut keys";
      };
    }

    static Sort of(PlannedRelation planned) {
      if (planned.cut()) {
        return CUT;
      }
      return planned.relation().declared() ? DECLARED : VIRTUAL;
    }
  }

  /** The same relation under the numbers of paper. */
  Link numbered(String others) {
    return new Link(
        relation, parent, parentRow, child, childRow, nullable, single, sort, risk, others,
        summary);
  }

  boolean selfLoop() {
    return parent.equals(child);
  }
}
