package dev.shardwright.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Scripts in other encodings than UTF-8 become UTF-8: what a mark at the beginning says. */
final class Encodings {
  private static final int LONGEST_MARK = 3;

  private Encodings() {}

  /**
   * The bytes as UTF-8 without a byte order mark; UTF-16, as PowerShell writes it, is converted.
   */
  static InputStream asUtf8(InputStream in) throws IOException {
    PushbackInputStream head = new PushbackInputStream(in, LONGEST_MARK);
    byte[] mark = head.readNBytes(LONGEST_MARK);
    int first = mark.length > 0 ? mark[0] & 0xFF : 0;
    int second = mark.length > 1 ? mark[1] & 0xFF : 0;
    boolean utf8 = mark.length == 3 && first == 0xEF && second == 0xBB && (mark[2] & 0xFF) == 0xBF;
    if (!utf8) {
      head.unread(mark);
    }
    if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
      return converted(head, StandardCharsets.UTF_16);
    }
    return head;
  }

  /** The bytes of one encoding as UTF-8. */
  static InputStream converted(InputStream in, Charset charset) {
    return new Converted(new InputStreamReader(in, charset));
  }

  private static final class Converted extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[1 << 13];
    private InputStream bytes = new ByteArrayInputStream(new byte[0]);
    private int left;

    Converted(Reader reader) {
      this.reader = reader;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = bytes.read(target, offset, length);
      while (count < 0) {
        int more = reader.read(chars, left, chars.length - left);
        if (more < 0) {
          return -1;
        }
        int end = left + more;
        // Half a pair waits for its other half.
        left = end > 1 && Character.isHighSurrogate(chars[end - 1]) ? 1 : 0;
        String text = new String(chars, 0, end - left);
        if (left == 1) {
          chars[0] = chars[end - 1];
        }
        bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        count = bytes.read(target, offset, length);
      }
      return count;
    }
  }
}
