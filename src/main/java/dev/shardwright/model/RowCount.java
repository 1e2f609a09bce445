package dev.shardwright.model;

/** How many rows a table has, and how well that is known. */
public record RowCount(long rows, Exactness are) {

  public static final RowCount UNKNOWN = new RowCount(0, Exactness.UNKNOWN);

  /** An estimate of the server's statistics. */
  public static RowCount estimate(long rows) {
    return new RowCount(rows, Exactness.ESTIMATE);
  }

  /** Rows that were counted. */
  public static RowCount exact(long rows) {
    return new RowCount(rows, Exactness.EXACT);
  }

  /** How well a count is known. */
  public enum Exactness {
    EXACT,
    ESTIMATE,
    UNKNOWN
  }
}
