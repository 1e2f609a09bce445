package dev.shardwright.diagram;

/**
 * What the reader wants to see.
 *
 * @param hidden what is left out
 * @param numbered mark tables with the numbers of their findings, as in a printed list, instead of
 *     their count
 */
public record DiagramOptions(Scope scope, Detail detail, Hidden hidden, boolean numbered) {
  private static final int MANY_TABLES = 80;

  /** As on the screen: findings are counted. */
  public DiagramOptions(Scope scope, Detail detail, Hidden hidden) {
    this(scope, detail, hidden, false);
  }

  /** The whole plan; a big one starts with keys only, since nobody reads 2,000 column lists. */
  public static DiagramOptions atlas(int tables) {
    Detail detail = tables > MANY_TABLES ? Detail.KEYS : Detail.COLUMNS;
    return new DiagramOptions(new Scope.Atlas(), detail, Hidden.NOTHING);
  }

  public DiagramOptions with(Scope other) {
    return new DiagramOptions(other, detail, hidden, numbered);
  }

  public DiagramOptions with(Detail other) {
    return new DiagramOptions(scope, other, hidden, numbered);
  }

  /** For paper: tables are marked with the numbers that the list of findings gives. */
  public DiagramOptions forList() {
    return new DiagramOptions(scope, detail, hidden, true);
  }
}
