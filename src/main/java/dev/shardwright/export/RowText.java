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
  private final int[] tabs;
  private byte[] line = NOTHING;
  private int lineFrom;
  private boolean plain;

  public RowText(int columns) {
    bytes = new byte[columns][];
    from = new int[columns];
    to = new int[columns];
    tabs = new int[columns];
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

  /**
   * Says that the columns are parts of one line, a tab between them and {@code \N} for NULL.
   *
   * @param start where the line begins
   * @param unescaped true if the line holds the values themselves
   */
  public void of(byte[] whole, int start, boolean unescaped) {
    line = whole;
    lineFrom = start;
    plain = unescaped;
  }

  /** True if the columns are parts of one line. */
  boolean lined() {
    return line.length > 0;
  }

  /** What holds the line that the columns are parts of; empty if there is none. */
  byte[] line() {
    return line;
  }

  /** Where the line begins. */
  int lineFrom() {
    return lineFrom;
  }

  /** The bytes of all values. */
  long size() {
    long size = 0;
    for (int i = 0; i < from.length; i++) {
      size += isNull(i) ? 0 : to[i] - from[i];
    }
    return size;
  }

  /** True if the line is the values themselves, {@code \N} for NULL. */
  boolean plain() {
    return plain;
  }

  /** Where the first columns end in the line. */
  int endOf(int columns) {
    return tabs[columns - 1];
  }

  /** Says where in the line a column ends. */
  public void ends(int column, int end) {
    tabs[column] = end;
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
