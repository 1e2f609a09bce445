package dev.shardwright.export;

import java.util.Arrays;

/** Rows with all their text in one piece, so that they outlive the reading of the next one. */
final class RowBlock {
  private static final int BYTES = 1 << 18;

  private final int columns;
  private final Utf8Buffer text = new Utf8Buffer();
  private final RowText shown;

  /** Of each row where its line begins and ends, and then the same of its columns (or -1). */
  private int[] places = new int[1 << 12];

  private int used;
  private int stride;
  private boolean copied;

  RowBlock(int columns) {
    this.columns = columns;
    shown = new RowText(columns);
  }

  boolean full() {
    return text.size() >= BYTES;
  }

  void clear() {
    text.clear();
    used = 0;
  }

  int rows() {
    return used == 0 ? 0 : used / stride;
  }

  /** True if the rows are lines of COPY, one behind the other. */
  boolean copied() {
    return copied;
  }

  /** All the lines, each with its end. */
  Utf8Buffer text() {
    return text;
  }

  void add(RowText row) {
    copied = row.copied();
    stride = copied ? 2 : 2 + 2 * columns;
    if (used + stride > places.length) {
      places = Arrays.copyOf(places, 2 * places.length + stride);
    }
    int line = used;
    used += 2;
    places[line] = text.size();
    if (copied) {
      text.add(row.line(), row.lineFrom(), row.lineTo());
    } else {
      values(row);
    }
    places[line + 1] = text.size();
    text.add('\n');
  }

  private void values(RowText row) {
    for (int i = 0; i < columns; i++) {
      if (i > 0) {
        text.add('\t');
      }
      places[used++] = row.isNull(i) ? -1 : text.size();
      if (row.isNull(i)) {
        text.add('\\').add('N');
      } else {
        text.add(row.bytes(i), row.from(i), row.to(i));
      }
      places[used++] = text.size();
    }
  }

  /** One of the rows, in the order they came; good until the next one is asked for. */
  RowText row(int number) {
    byte[] all = text.bytes();
    int at = number * stride;
    if (copied) {
      shown.copyLine(all, places[at], places[at + 1]);
      return shown;
    }
    shown.line(all, places[at], places[at + 1]);
    for (int i = 0; i < columns; i++) {
      at += 2;
      shown.set(i, all, places[at], places[at + 1]);
    }
    return shown;
  }
}
