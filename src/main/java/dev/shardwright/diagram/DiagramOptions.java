package dev.shardwright.diagram;

/**
 * What the reader wants to see.
 *
 * @param showCut draw relations that the DBA cut, struck through; else they are left out
 * @param numbered mark tables with the numbers of their findings, as in a printed list, instead of
 *     their count
 */
public record DiagramOptions(Scope scope, Detail detail, boolean showCut, boolean numbered) {
  private static final int MANY_TABLES = 80;

  /** As on the screen: findings are counted. */
  public DiagramOptions(Scope scope, Detail detail, boolean showCut) {
    this(scope, detail, showCut, false);
  }

  /** The whole plan; a big one starts with keys only, since nobody reads 2,000 column lists. */
  public static DiagramOptions atlas(int tables) {
    Detail detail = tables > MANY_TABLES ? Detail.KEYS : Detail.COLUMNS;
    return new DiagramOptions(new Scope.Atlas(), detail, true);
  }

  public DiagramOptions with(Scope other) {
    return new DiagramOptions(other, detail, showCut, numbered);
  }

  public DiagramOptions with(Detail other) {
    return new DiagramOptions(scope, other, showCut, numbered);
  }

  /** For paper: tables are marked with the numbers that the list of findings gives. */
  DiagramOptions forList() {
    return new DiagramOptions(scope, detail, showCut, true);
  }
}
