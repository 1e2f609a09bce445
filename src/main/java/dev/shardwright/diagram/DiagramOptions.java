package dev.shardwright.diagram;

import dev.shardwright.plan.Layout.Hidden;

/**
 * What the reader wants to see.
 *
 * @param hidden tables and columns that are left out
 * @param relations which of them are drawn
 * @param numbered mark tables with the numbers of their findings, as in a printed list, instead of
 *     their count
 */
public record DiagramOptions(
    Scope scope, Detail detail, Hidden hidden, RelationFilter relations, boolean numbered) {
  private static final int MANY_TABLES = 80;

  /** As on the screen, where findings are counted: with nothing left out. */
  public DiagramOptions(Scope scope, Detail detail) {
    this(scope, detail, Hidden.NOTHING, RelationFilter.ALL, false);
  }

  /** The whole plan; a big one starts with keys only, since nobody reads 2,000 column lists. */
  public static DiagramOptions atlas(int tables) {
    Detail detail = tables > MANY_TABLES ? Detail.KEYS : Detail.COLUMNS;
    return new DiagramOptions(new Scope.Atlas(), detail);
  }

  public DiagramOptions with(Scope other) {
    return new DiagramOptions(other, detail, hidden, relations, numbered);
  }

  public DiagramOptions with(Detail other) {
    return new DiagramOptions(scope, other, hidden, relations, numbered);
  }

  /** Without some tables and columns. */
  public DiagramOptions without(Hidden others) {
    return new DiagramOptions(scope, detail, others, relations, numbered);
  }

  public DiagramOptions with(RelationFilter others) {
    return new DiagramOptions(scope, detail, hidden, others, numbered);
  }

  /** For paper: tables are marked with the numbers that the list of findings gives. */
  public DiagramOptions forList() {
    return new DiagramOptions(scope, detail, hidden, relations, true);
  }
}
