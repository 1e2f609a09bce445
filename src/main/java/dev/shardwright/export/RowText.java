package dev.shardwright.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One row as the server wrote it, the same object for every row: UTF-8 text per column, or NULL.
 *
 * <p>PostgreSQL's text is a line of COPY with its backslash escapes, taken apart only when somebody
 * asks for a column; MySQL's is the text itself, and the bare bytes of binary columns.
 */
public final class RowText {
  private static final byte[] NOTHING = {};

  private final byte[][] bytes;
  private final int[] from;
  private final int[] to;
  private byte[] line = NOTHING;
  private int lineFrom;
  private int lineTo;
  private boolean whole;
  private boolean copied;

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

  /** Says that the row is a line of COPY, given without its end; the bytes are not copied. */
  public void copyLine(byte[] text, int start, int end) {
    line(text, start, end);
    copied = true;
    whole = true;
  }

  /** Says which bytes hold all columns, a tab between them and {@code \N} for NULL. */
  void line(byte[] text, int start, int end) {
    line = text;
    lineFrom = start;
    lineTo = end;
  }

  /** True if the line is one of COPY, with its escapes. */
  boolean copied() {
    return copied;
  }

  /** What holds the line; empty if the columns are all there is. */
  byte[] line() {
    return line;
  }

  int lineFrom() {
    return lineFrom;
  }

  int lineTo() {
    return lineTo;
  }

  /** Where the first columns end in the line of COPY. */
  int endOf(int columns) {
    if (columns == from.length) {
      return lineTo;
    }
    split();
    return to[columns - 1];
  }

  /** The bytes of all values. */
  long size() {
    if (copied) {
      return (long) lineTo - lineFrom;
    }
    long size = 0;
    for (int i = 0; i < from.length; i++) {
      size += from[i] < 0 ? 0 : to[i] - from[i];
    }
    return size;
  }

  public int columns() {
    return from.length;
  }

  boolean isNull(int column) {
    split();
    return from[column] < 0;
  }

  byte[] bytes(int column) {
    split();
    return bytes[column];
  }

  int from(int column) {
    split();
    return from[column];
  }

  int to(int column) {
    split();
    return to[column];
  }

  /** A value without any letter but those of ASCII, such as a number. */
  String ascii(int column) {
    int start = from(column);
    return new String(bytes(column), start, to(column) - start, StandardCharsets.US_ASCII);
  }

  /** True if the column is one byte: how servers say yes. */
  boolean is(int column, char sign) {
    return !isNull(column) && to[column] - from[column] == 1 && bytes[column][from[column]] == sign;
  }

  private void split() {
    if (whole) {
      whole = false;
      int column = 0;
      int start = lineFrom;
      for (int i = lineFrom; i < lineTo; i++) {
        if (line[i] == '\t') {
          part(column++, start, i);
          start = i + 1;
        }
      }
      part(column, start, lineTo);
    }
  }

  // a tab within a value is written \t, and NULL is the only value that reads \N
  private void part(int column, int start, int end) {
    boolean none = end - start == 2 && line[start] == '\\' && line[start + 1] == 'N';
    set(column, line, none ? -1 : start, end);
  }
}
