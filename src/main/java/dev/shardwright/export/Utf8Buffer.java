package dev.shardwright.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text under construction as bytes. */
final class Utf8Buffer {
  private byte[] bytes = new byte[1 << 16];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Makes room for so many bytes more and returns where they go. */
  int room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
    return size;
  }

  /** Says how far the room was filled. */
  void filled(int end) {
    size = end;
  }

  Utf8Buffer add(byte b) {
    room(1);
    bytes[size++] = b;
    return this;
  }

  Utf8Buffer add(char ascii) {
    return add((byte) ascii);
  }

  Utf8Buffer add(byte[] text, int from, int to) {
    room(to - from);
    System.arraycopy(text, from, bytes, size, to - from);
    size += to - from;
    return this;
  }

  Utf8Buffer add(byte[] text) {
    return add(text, 0, text.length);
  }

  Utf8Buffer add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Hands all of it on. */
  void flush(Appendable out) throws IOException {
    if (out instanceof Utf8Sink sink) {
      sink.utf8(bytes, 0, size);
    } else {
      out.append(new String(bytes, 0, size, StandardCharsets.UTF_8));
    }
    size = 0;
  }
}
