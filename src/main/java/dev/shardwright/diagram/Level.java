package dev.shardwright.diagram;

/** How much of a drawing can be seen at a scale: what could not be read is not drawn. */
public enum Level {
  /** Coloured boxes and lines. */
  BOXES,
  /** Boxes with their names, on sheets that lead to larger ones. */
  NAMES,
  /** Boxes with their names, marks and findings. */
  HEADERS,
  /** Everything. */
  ROWS;

  private static final double ROWS_FROM = 0.55;
  private static final double HEADERS_FROM = 0.2;

  /** The level of a screen at a scale; paper shows everything at any scale. */
  public static Level at(double scale) {
    return scale >= ROWS_FROM ? ROWS : scale >= HEADERS_FROM ? HEADERS : BOXES;
  }
}
