package dev.shardwright.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a finished file with the one in its place, never holding a large one in memory. */
final class FileChange {
  private static final long MOST_TO_TELL = 8L << 20;

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
    // ISO 8859-1 tells all bytes apart and refuses none
    try (BufferedReader before = Files.newBufferedReader(older, StandardCharsets.ISO_8859_1);
        BufferedReader after = Files.newBufferedReader(newer, StandardCharsets.ISO_8859_1)) {
      String was;
      String is;
      do {
        was = before.readLine();
        is = after.readLine();
      } while (is != null && same(was, is));
      return was == null && is == null;
    }
  }

  private static boolean same(@Nullable String was, String is) {
    return Objects.equals(was, is)
        || (was != null && Header.tellsTime(was) && Header.tellsTime(is));
  }

  // bytes that are no UTF-8, in a file that the user lets go, must not stop the export
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
