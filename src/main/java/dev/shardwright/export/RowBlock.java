package dev.shardwright.export;

import java.io.IOException;
import java.util.Arrays;

/** Rows with all their text in one piece, so that they outlive the reading of the next one. */
final class RowBlock {
  private static final int BYTES = 1 << 18;

  private final int columns;
  private final boolean told;
  private final Utf8Buffer text = new Utf8Buffer();

  /** Of each row where its line begins, and of each column where it begins (or -1) and ends. */
  private int[] places = new int[1 << 12];

  private int used;

  /**
   * An empty block.
   *
   * @param told true if rows that come as single values can be told as the line of these values
   */
  RowBlock(int columns, boolean told) {
    this.columns = columns;
    this.told = told;
  }

  boolean full() {
    return text.size() >= BYTES;
  }

  void clear() {
    text.clear();
    used = 0;
  }

  void add(RowText row) {
    if (used + 1 + 2 * columns > places.length) {
      places = Arrays.copyOf(places, 2 * places.length + 2 * columns);
    }
    if (row.lined()) {
      line(row);
    } else {
      values(row);
    }
  }

  private void line(RowText row) {
    int start = text.size();
    int shift = start - row.lineFrom();
    text.add(row.line(), row.lineFrom(), row.endOf(columns));
    begin(start, row.plain());
    for (int i = 0; i < columns; i++) {
      places[used++] = row.isNull(i) ? -1 : row.from(i) + shift;
      places[used++] = row.endOf(i + 1) + shift;
    }
  }

  private void values(RowText row) {
    begin(text.size(), told);
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

  private void begin(int line, boolean plain) {
    places[used++] = plain ? line : ~line;
  }

  /** Shows each row in the order they came. */
  void each(RowText row, RowSource.RowReader reader) throws IOException {
    byte[] all = text.bytes();
    for (int at = 0; at < used; at += 2 * columns + 1) {
      int line = places[at];
      row.of(all, line < 0 ? ~line : line, line >= 0);
      for (int i = 0; i < columns; i++) {
        int from = places[at + 1 + 2 * i];
        int to = places[at + 2 + 2 * i];
        row.ends(i, to);
        if (from < 0) {
          row.setNull(i);
        } else {
          row.set(i, all, from, to);
        }
      }
      reader.row(row);
    }
  }
}
