package dev.shardwright.introspect;

import dev.shardwright.export.RowText;

/** Finds the columns in a line of PostgreSQL's COPY text, escapes left as they are. */
final class CopyLine {
  private CopyLine() {}

  static void split(byte[] line, RowText row) {
    int end = line.length > 0 && line[line.length - 1] == '\n' ? line.length - 1 : line.length;
    int start = 0;
    int column = 0;
    int escapes = 0;
    int nulls = 0;
    for (int i = 0; i < end; i++) {
      byte b = line[i];
      if (b == '\t') {
        nulls += set(row, column++, line, start, i);
        start = i + 1;
      } else if (b == '\\') {
        escapes++;
      }
    }
    nulls += set(row, column, line, start, end);
    row.of(line, 0, escapes == nulls);
  }

  // a tab within a value is written \t, and NULL is the only value that reads \N
  private static int set(RowText row, int column, byte[] line, int from, int to) {
    row.ends(column, to);
    if (to - from == 2 && line[from] == '\\' && line[from + 1] == 'N') {
      row.setNull(column);
      return 1;
    }
    row.set(column, line, from, to);
    return 0;
  }
}
