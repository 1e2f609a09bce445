package dev.shardwright.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;

/**
 * The checksums of the files that exports wrote into a folder, kept in a hidden file there: so a
 * later export knows what a hand has changed since, and what no export wants any more.
 */
final class FileSums {
  static final String FILE = ".shardwright.sums";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{8}) {2}(\\S[^/\\\\]*)");
  private final SortedMap<String, String> sums = new TreeMap<>();

  private FileSums() {}

  /** Those of a folder; none if no export wrote there. */
  static FileSums in(Path folder) throws IOException {
    FileSums known = new FileSums();
    Path file = folder.resolve(FILE);
    if (Files.isRegularFile(file)) {
      // ISO 8859-1 takes any bytes: a spoilt line is no line, but no reason to stop
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        Matcher sum = LINE.matcher(line);
        if (sum.matches()) {
          known.sums.put(sum.group(2), sum.group(1));
        }
      }
    }
    return known;
  }

  /** True if an export wrote the file and it is another now. */
  boolean edited(Path file) throws IOException {
    String then = sums.get(String.valueOf(file.getFileName()));
    return then != null && !then.equals(of(file));
  }

  /** Takes the sums of files written since; false if they tell nothing new. */
  boolean take(Map<String, String> newer) {
    SortedMap<String, String> before = new TreeMap<>(sums);
    sums.putAll(newer);
    return !sums.equals(before);
  }

  /** The files known, without those that left the folder. */
  List<Path> others(Path folder, Predicate<String> wanted) {
    return sums.keySet().stream()
        .filter(wanted.negate())
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .toList();
  }

  void write(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
    Files.writeString(folder.resolve(FILE), text, StandardCharsets.ISO_8859_1);
  }

  /** CRC-32C: processors compute it as fast as memory gives the bytes. */
  static Checksum begin() {
    return new CRC32C();
  }

  static String told(Checksum sum) {
    return "%08x".formatted(sum.getValue());
  }

  static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        CheckedOutputStream out =
            new CheckedOutputStream(OutputStream.nullOutputStream(), begin())) {
      in.transferTo(out);
      return told(out.getChecksum());
    }
  }
}
