package dev.shardwright.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Compares a finished file with the one in its place, never holding a large one in memory. */
final class FileChange {
  private static final long MOST_TO_TELL = 8L << 20;
  private static final int HEAD_LINES = 40;
  private static final int BLOCK = 1 << 16;

  private FileChange() {}

  static Written.Item of(Path place, Path newer) throws IOException {
    if (!Files.exists(place)) {
      return new Written.Item(place, Written.State.NEW, Optional.empty());
    }
    if (equalButForTime(place, newer)) {
      return new Written.Item(place, Written.State.UNCHANGED, Optional.empty());
    }
    boolean small = Files.size(place) <= MOST_TO_TELL && Files.size(newer) <= MOST_TO_TELL;
    return new Written.Item(
        place,
        Written.State.CHANGED,
        small ? Optional.of(FileDiff.of(text(place), text(newer))) : Optional.empty());
  }

  private static boolean equalButForTime(Path older, Path newer) throws IOException {
    try (InputStream before = new BufferedInputStream(Files.newInputStream(older));
        InputStream after = new BufferedInputStream(Files.newInputStream(newer))) {
      // the time stands in the head; all else may be rows, too many to be read as text
      for (int i = 0; i < HEAD_LINES; i++) {
        String is = line(after);
        if (!same(line(before), is)) {
          return false;
        }
        if (Header.tellsTime(is)) {
          break;
        }
      }
      return sameRest(before, after);
    }
  }

  /** A line without its end; empty at the end of the file. ISO 8859-1 tells all bytes apart. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static boolean sameRest(InputStream before, InputStream after) throws IOException {
    byte[] was = new byte[BLOCK];
    byte[] is = new byte[BLOCK];
    int read;
    do {
      read = after.readNBytes(is, 0, BLOCK);
      if (!Arrays.equals(was, 0, before.readNBytes(was, 0, BLOCK), is, 0, read)) {
        return false;
      }
    } while (read == BLOCK);
    return true;
  }

  private static boolean same(String was, String is) {
    return was.equals(is) || (Header.tellsTime(was) && Header.tellsTime(is));
  }

  // bytes that are no UTF-8, in a file that the user lets go, must not stop the export
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
