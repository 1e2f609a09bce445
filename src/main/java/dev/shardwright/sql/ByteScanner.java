package dev.shardwright.sql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Bytes of a script with a look ahead, and the statement that is being collected from them.
 *
 * <p>Works on bytes since dumps hold raw binary values; every character that matters to SQL is
 * ASCII, and no byte of a longer UTF-8 character looks like one.
 */
final class ByteScanner {
  static final int END = -1;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private long read;
  private long line = 1;
  private Collected statement = new Collected();

  ByteScanner(InputStream in) {
    this.in = in;
  }

  /** The byte so far ahead, 0 being the next one; {@link #END} behind the end. */
  int peek(int ahead) throws IOException {
    while (from + ahead >= to) {
      if (!fill()) {
        return END;
      }
    }
    return buffer[from + ahead] & 0xFF;
  }

  /** Takes the next byte without keeping it. */
  int skip() throws IOException {
    int b = peek(0);
    if (b != END) {
      from++;
      read++;
      if (b == '\n') {
        line++;
      }
    }
    return b;
  }

  /** Takes the next byte into the statement. */
  int keep() throws IOException {
    int b = skip();
    if (b != END) {
      statement.add(b);
    }
    return b;
  }

  void keep(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      keep();
    }
  }

  void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      skip();
    }
  }

  /** Takes the rest of the line with its end, without keeping it. */
  String skipLine() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int b = skip(); b != END && b != '\n'; b = skip()) {
      if (text.size() < 1000 && b != '\r') {
        text.write(b);
      }
    }
    return text.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Takes the rest of the line without its end into the statement. */
  void keepLine() throws IOException {
    while (peek(0) != '\n' && peek(0) != END) {
      keep();
    }
  }

  /**
   * Takes a quoted text into the statement, a quote written twice being part of it.
   *
   * @param leads the bytes of which each takes the next one with it
   * @return false if the script ends within it
   */
  boolean keepQuoted(int quote, IntPredicate leads) throws IOException {
    keep();
    for (int b = keep(); b != END; b = keep()) {
      if (leads.test(b)) {
        keep();
      } else if (b == quote) {
        if (peek(0) != quote) {
          return true;
        }
        keep();
      }
    }
    return false;
  }

  boolean ahead(byte[] text) throws IOException {
    for (int i = 0; i < text.length; i++) {
      if (peek(i) != (text[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  long bytesRead() {
    return read;
  }

  long line() {
    return line;
  }

  boolean tooLong() {
    return statement.tooLong;
  }

  boolean nothingKept() {
    return statement.size == 0;
  }

  /** The collected statement; the next one begins empty. */
  byte[] take() {
    byte[] text = Arrays.copyOf(statement.bytes, statement.size);
    statement = new Collected();
    return text;
  }

  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      throw new IllegalArgumentException("looked too far ahead");
    }
    int count = in.read(buffer, to, buffer.length - to);
    if (count > 0) {
      to += count;
    }
    return count > 0;
  }

  private static final class Collected {
    private byte[] bytes = new byte[1 << 12];
    private int size;
    private boolean tooLong;

    void add(int b) {
      if (size == SqlScript.LONGEST_STATEMENT_BYTES) {
        tooLong = true;
        return;
      }
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(size * 2L, SqlScript.LONGEST_STATEMENT_BYTES));
      }
      bytes[size++] = (byte) b;
    }
  }
}
