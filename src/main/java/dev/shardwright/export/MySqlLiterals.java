package dev.shardwright.export;

/**
 * MySQL's and MariaDB's literals, for a session without NO_BACKSLASH_ESCAPES and ANSI_QUOTES (MySQL
 * 8.4 manual, "String Literals").
 */
final class MySqlLiterals implements Literals {
  private static final byte[] NULL = {'N', 'U', 'L', 'L'};

  /** What follows the backslash for each byte; 0 for bytes that stand for themselves. */
  private static final byte[] ESCAPES = escapes();

  private static final byte[] HEX =
      "0123456789ABCDEF".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

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
      case NUMBER -> number(out, text, from, to);
      case FLOAT -> {
        number(out, text, from, to);
        // -0 would be the whole number 0
        if (to - from == 2 && text[from] == '-' && text[from + 1] == '0') {
          out.add('e').add('0');
        }
      }
      case BYTES -> bytes(out, text, from, to);
      case BITS -> out.add('b').add('\'').add(text, from, to).add('\'');
      default -> quoted(out, text, from, to);
    }
  }

  private static void number(Utf8Buffer out, byte[] text, int from, int to) {
    if (Literals.bare(text, from, to)) {
      out.add(text, from, to);
    } else {
      quoted(out, text, from, to);
    }
  }

  // 0x without digits is no literal
  private static void bytes(Utf8Buffer out, byte[] bytes, int from, int to) {
    if (from == to) {
      out.add('\'').add('\'');
      return;
    }
    out.add('0').add('x');
    hex(out, bytes, from, to);
  }

  /** Bytes as the server's HEX() writes them. */
  static void hex(Utf8Buffer out, byte[] bytes, int from, int to) {
    int at = out.room(2 * (to - from));
    byte[] made = out.bytes();
    for (int i = from; i < to; i++) {
      made[at++] = HEX[(bytes[i] >> 4) & 15];
      made[at++] = HEX[bytes[i] & 15];
    }
    out.filled(at);
  }

  private static void quoted(Utf8Buffer out, byte[] text, int from, int to) {
    int at = out.room(2 * (to - from) + 2);
    byte[] made = out.bytes();
    made[at++] = '\'';
    for (int i = from; i < to; i++) {
      int plain = i;
      while (i < to && ESCAPES[text[i] & 0xff] == 0) {
        i++;
      }
      System.arraycopy(text, plain, made, at, i - plain);
      at += i - plain;
      if (i < to) {
        made[at++] = '\\';
        made[at++] = ESCAPES[text[i] & 0xff];
      }
    }
    made[at++] = '\'';
    out.filled(at);
  }

  private static byte[] escapes() {
    byte[] escapes = new byte[256];
    escapes['\''] = '\'';
    escapes['\\'] = '\\';
    escapes['\n'] = 'n';
    escapes['\r'] = 'r';
    escapes[0] = '0';
    escapes[26] = 'Z';
    return escapes;
  }
}
