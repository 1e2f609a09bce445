package dev.shardwright.introspect.server;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A MySQL or MariaDB server program on this machine. What it is says its {@code --version}, never
 * its name: Debian's mysqld is MariaDB.
 *
 * @param version {@code 9.7.4-2}, {@code 10.11.19-MariaDB-0+deb12u1}
 */
public record MySqlProgram(Path path, Product product, String version) {
  private static final Pattern VERSION = Pattern.compile("\\sVer (?:\\S+ Distrib )?(\\S+)");
  private static final int ASK_SECONDS = 30;
  private static final List<String> NAMES = List.of("mariadbd", "mysqld");
  private static final List<String> VARIABLES =
      List.of("SHARDWRIGHT_MYSQLD", "SHARDWRIGHT_MARIADBD");
  // Servers often lie outside an ordinary user's PATH.
  private static final List<String> MORE_FOLDERS =
      List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/mysql/bin", "/opt/homebrew/bin");

  /**
   * The program at a path that the user named.
   *
   * @throws UserError if it is none
   */
  public static MySqlProgram named(Path path, Progress progress) {
    return ask(path, progress)
        .orElseThrow(() ->
            new UserError(
                path
                    + " is no MySQL or MariaDB server program: it does not say so when asked"
                    + " for its --version."));
  }

  /** The programs that the environment names or that lie in the usual places, best known first. */
  public static List<MySqlProgram> installed(Map<String, String> environment, Progress progress) {
    List<MySqlProgram> found = new ArrayList<>();
    for (Path candidate : candidates(environment)) {
      ask(candidate, progress)
          .filter(program -> found.stream().noneMatch(program::sameAs))
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /**
   * The program to load a dump of a product with: one of that product, else of its sister.
   *
   * @param named what the user named; it is taken whatever it is
   */
  public static Optional<MySqlProgram> choose(
      Product product, Optional<Path> named, Map<String, String> environment, Progress progress) {
    if (named.isPresent()) {
      return Optional.of(named(named.get(), progress));
    }
    List<MySqlProgram> all = installed(environment, progress);
    return all.stream()
        .filter(program -> program.product() == product)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private boolean sameAs(MySqlProgram other) {
    return product == other.product && version.equals(other.version);
  }

  private static Set<Path> candidates(Map<String, String> environment) {
    Set<Path> candidates = new LinkedHashSet<>();
    for (String variable : VARIABLES) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isEmpty()) {
        candidates.add(Path.of(value));
      }
    }
    List<String> folders = new ArrayList<>();
    String path = environment.getOrDefault("PATH", "");
    folders.addAll(List.of(path.split(Pattern.quote(java.io.File.pathSeparator))));
    folders.addAll(MORE_FOLDERS);
    for (String folder : folders) {
      for (String name : NAMES) {
        if (!folder.isEmpty()) {
          candidates.add(Path.of(folder, Programs.windows() ? name + ".exe" : name));
        }
      }
    }
    return candidates;
  }

  private static Optional<MySqlProgram> ask(Path path, Progress progress) {
    if (!Files.isRegularFile(path) || !Files.isExecutable(path)) {
      return Optional.empty();
    }
    try {
      Programs.Result answer =
          Programs.run(List.of(path.toString(), "--version"), ASK_SECONDS, progress);
      return answer.ok() ? read(path, answer.output()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // it cannot be run here, so it is no server for us
    }
  }

  /** Understands {@code mysqld Ver 10.11.19-MariaDB for …} and {@code … Ver 9.7.4 for …}. */
  static Optional<MySqlProgram> read(Path path, String answer) {
    Matcher matcher = VERSION.matcher(answer);
    if (!matcher.find()) {
      return Optional.empty();
    }
    Product product = answer.contains("MariaDB") ? Product.MARIADB : Product.MYSQL;
    return Optional.of(new MySqlProgram(path, product, matcher.group(1)));
  }
}
