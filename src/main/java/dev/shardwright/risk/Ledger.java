package dev.shardwright.risk;

/**
 * To how many clients the rows of a table belong; the three together are all its rows.
 *
 * @param one rows of exactly one client
 * @param none rows of no client: every extraction leaves them behind
 * @param several rows that lead to more than one client
 */
public record Ledger(long one, long none, long several) {

  /** All rows of the table. */
  public long total() {
    return one + none + several;
  }
}
