package dev.shardwright.export;

import java.util.Arrays;

/**
 * One row as the server wrote it, the same object for every row: UTF-8 text per column, or NULL.
 *
 * <p>PostgreSQL's text keeps the backslash escapes of COPY; MySQL's is the text itself, and the
 * bare bytes of binary columns.
 */
public final class RowText {
  private static final byte[] NOTHING = {};

  private final byte[][] bytes;
  private final int[] from;
  private final int[] to;

  public RowText(int columns) {
    bytes = new byte[columns][];
    from = new int[columns];
    to = new int[columns];
    Arrays.fill(bytes, NOTHING);
  }

  /** Says where the text of a column lies; the bytes are not copied. */
  public void set(int column, byte[] text, int start, int end) {
    bytes[column] = text;
    from[column] = start;
    to[column] = end;
  }

  public void setNull(int column) {
    from[column] = -1;
  }

  public int columns() {
    return from.length;
  }

  boolean isNull(int column) {
    return from[column] < 0;
  }

  byte[] bytes(int column) {
    return bytes[column];
  }

  int from(int column) {
    return from[column];
  }

  int to(int column) {
    return to[column];
  }

  /** True if the column is one byte: how servers say yes. */
  boolean is(int column, char sign) {
    return !isNull(column) && to[column] - from[column] == 1 && bytes[column][from[column]] == sign;
  }
}
