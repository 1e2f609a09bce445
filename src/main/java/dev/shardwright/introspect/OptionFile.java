package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an option file tells the client of MySQL or MariaDB (MySQL 8.4 manual, "Using Option
 * Files").
 */
final class OptionFile {
  private static final Logger LOG = LoggerFactory.getLogger(OptionFile.class);
  private static final int DEEPEST = 10;
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
  private static final Pattern COMMENT =
      Pattern.compile("^((?:[^\"'#]|\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+')*+)#.*");
  private static final Set<String> OF_MYSQL = Set.of("client", "mysql");
  // MariaDB documentation, "mariadb Command-Line Client", "Option Groups"
  private static final Set<String> OF_MARIADB =
      Set.of("client", "mysql", "mariadb-client", "client-server", "client-mariadb");

  private final Set<String> groups;
  private final Map<String, String> options = new HashMap<>();

  private OptionFile(Set<String> groups) {
    this.groups = groups;
  }

  /** Its options by their names with dashes, the last of each; none if it cannot be read. */
  static Map<String, String> client(Path file, Product product) {
    OptionFile reader = new OptionFile(product == Product.MARIADB ? OF_MARIADB : OF_MYSQL);
    reader.read(file, DEEPEST);
    return Map.copyOf(reader.options);
  }

  private void read(Path file, int depth) {
    try {
      if (depth == 0 || !Files.isReadable(file) || anybodyMayWrite(file)) {
        return;
      }
      String group = "";
      for (String raw : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String line = raw.strip();
        if (line.startsWith("!")) {
          include(line, depth - 1);
        } else if (line.startsWith("[")) {
          group = line.substring(1).replaceFirst("\\].*", "").strip();
        } else if (groups.contains(group) && !line.startsWith(";")) {
          option(withoutComment(line));
        }
      }
    } catch (IOException e) {
      LOG.warn("cannot read {}", file, e);
    }
  }

  /** The clients pass over such a file, for anybody could have put words into it. */
  private static boolean anybodyMayWrite(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    boolean open =
        posix && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_WRITE);
    if (open) {
      LOG.warn("{} is not read, for everybody may write it: chmod o-w", file);
    }
    return open;
  }

  private void include(String line, int depth) throws IOException {
    String[] words = line.split("\\s+", 2);
    if (words.length == 2 && words[0].equals("!include")) {
      read(Path.of(words[1]), depth);
    } else if (words.length == 2 && words[0].equals("!includedir")) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(words[1]), "*.cnf")) {
        List<Path> sorted = StreamSupport.stream(files.spliterator(), false).sorted().toList();
        sorted.forEach(file -> read(file, depth));
      }
    }
  }

  private void option(String line) {
    int equals = line.indexOf('=');
    if (equals > 0) {
      String name = line.substring(0, equals).strip().replace('_', '-').replaceFirst("^loose-", "");
      options.put(name, value(line.substring(equals + 1).strip()));
    }
  }

  /** A number sign outside quotes begins a comment. */
  private static String withoutComment(String line) {
    return COMMENT.matcher(line).replaceFirst("$1");
  }

  private static String value(String text) {
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return unescaped(quoted ? text.substring(1, text.length() - 1) : text);
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(escape ->
            Matcher.quoteReplacement(
                switch (escape.group(1)) {
                  case "n" -> "\n";
                  case "t" -> "\t";
                  case "r" -> "\r";
                  case "b" -> "\b";
                  case "s" -> " ";
                  case "\"", "'", "\\" -> escape.group(1);
                  default -> escape.group();
                }));
  }
}
