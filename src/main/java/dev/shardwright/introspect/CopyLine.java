package dev.shardwright.introspect;

import dev.shardwright.export.RowText;

/** Finds the columns in a line of PostgreSQL's COPY text, escapes left as they are. */
final class CopyLine {
  private CopyLine() {}

  static void split(byte[] line, RowText row) {
    int end = line.length > 0 && line[line.length - 1] == '\n' ? line.length - 1 : line.length;
    int start = 0;
    int column = 0;
    for (int i = 0; i < end; i++) {
      if (line[i] == '\t') {
        set(row, column++, line, start, i);
        start = i + 1;
      }
    }
    set(row, column, line, start, end);
  }

  // a tab within a value is written \t, and NULL is the only value that reads \N
  private static void set(RowText row, int column, byte[] line, int from, int to) {
    if (to - from == 2 && line[from] == '\\' && line[from + 1] == 'N') {
      row.setNull(column);
    } else {
      row.set(column, line, from, to);
    }
  }
}
