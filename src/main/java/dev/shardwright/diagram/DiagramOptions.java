package dev.shardwright.diagram;

/**
 * What the reader wants to see.
 *
 * @param showCut draw relations that the DBA cut, struck through; else they are left out
 */
public record DiagramOptions(Scope scope, Detail detail, boolean showCut) {
  private static final int MANY_TABLES = 80;

  /** The whole plan; a big one starts with keys only, since nobody reads 2,000 column lists. */
  public static DiagramOptions atlas(int tables) {
    Detail detail = tables > MANY_TABLES ? Detail.KEYS : Detail.COLUMNS;
    return new DiagramOptions(new Scope.Atlas(), detail, true);
  }

  public DiagramOptions with(Scope other) {
    return new DiagramOptions(other, detail, showCut);
  }

  public DiagramOptions with(Detail other) {
    return new DiagramOptions(scope, other, showCut);
  }
}
