package dev.shardwright.model;

import java.util.OptionalInt;

/**
 * One part of a key or index: a column, its prefix, or an expression.
 *
 * @param text the column's name, or the expression's SQL
 * @param prefixLength MySQL: only so many characters (bytes) are indexed
 */
public record KeyPart(
    String text, boolean expression, OptionalInt prefixLength, boolean descending) {

  /** A whole column, ascending. */
  public static KeyPart column(String name) {
    return new KeyPart(name, false, OptionalInt.empty(), false);
  }

  /** True if the part is a column in its whole length. */
  public boolean wholeColumn() {
    return !expression && prefixLength.isEmpty();
  }
}
