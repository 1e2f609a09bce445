package dev.shardwright.export;

/**
 * PostgreSQL's literals, made from the text of COPY.
 *
 * <p>The escapes of COPY are those of E'…' but for the vertical tab (PostgreSQL manual, "COPY" and
 * "String Constants with C-Style Escapes").
 */
final class PostgresLiterals implements Literals {
  private static final byte[] NULL = {'N', 'U', 'L', 'L'};
  private static final byte[] TRUE = {'T', 'R', 'U', 'E'};
  private static final byte[] FALSE = {'F', 'A', 'L', 'S', 'E'};
  private static final byte[] VERTICAL_TAB = {'\\', 'x', '0', 'B'};

  @Override
  public void value(Utf8Buffer out, RowText row, int column, DataColumn.Form form) {
    if (row.isNull(column)) {
      out.add(NULL);
      return;
    }
    byte[] text = row.bytes(column);
    int from = row.from(column);
    int to = row.to(column);
    switch (form) {
      case NUMBER -> number(out, text, from, to, Literals.bare(text, from, to));
      case FLOAT ->
          number(out, text, from, to, Literals.bare(text, from, to) && !zeroBelow(text, from, to));
      case BOOLEAN -> out.add(row.is(column, 't') ? TRUE : FALSE);
      default -> quoted(out, text, from, to);
    }
  }

  private static void number(Utf8Buffer out, byte[] text, int from, int to, boolean bare) {
    if (bare) {
      out.add(text, from, to);
    } else {
      quoted(out, text, from, to);
    }
  }

  // -0 as a number would lose its sign: it is a whole number with a minus before it
  private static boolean zeroBelow(byte[] text, int from, int to) {
    return to - from == 2 && text[from] == '-' && text[from + 1] == '0';
  }

  /** In quotes; as E'…' only if there are escapes other than the backslash's own. */
  private static void quoted(Utf8Buffer out, byte[] text, int from, int to) {
    int first = from;
    while (first < to && text[first] != '\'' && text[first] != '\\') {
      first++;
    }
    if (first == to) {
      out.add('\'').add(text, from, to).add('\'');
      return;
    }
    boolean escapes = false;
    for (int i = first; i < to; i++) {
      if (text[i] == '\\') {
        i++;
        escapes |= text[i] != '\\';
      }
    }
    int at = out.room(2 * (to - from) + 3);
    byte[] made = out.bytes();
    if (escapes) {
      made[at++] = 'E';
    }
    made[at++] = '\'';
    for (int i = from; i < to; i++) {
      byte b = text[i];
      if (b == '\'') {
        made[at++] = '\'';
      } else if (b == '\\') {
        i++;
        if (escapes && text[i] == 'v') {
          System.arraycopy(VERTICAL_TAB, 0, made, at, 4);
          at += 4;
          continue;
        }
        if (escapes) {
          made[at++] = '\\';
        }
        b = text[i];
      }
      made[at++] = b;
    }
    made[at++] = '\'';
    out.filled(at);
  }
}
