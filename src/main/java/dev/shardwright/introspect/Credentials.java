package dev.shardwright.introspect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * User and password from where the server's own clients keep them, when nothing was given: {@code
 * ~/.my.cnf} for MySQL and MariaDB. PostgreSQL's driver reads {@code ~/.pgpass} itself.
 */
final class Credentials {
  private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

  private Credentials() {}

  /** The source with what the user's own option file adds. */
  static JdbcSource completed(JdbcSource source) {
    Path home = Path.of(System.getProperty("user.home"));
    return completed(source, home.resolve(".my.cnf"));
  }

  static JdbcSource completed(JdbcSource source, Path optionFile) {
    boolean mySqlFamily =
        source.url().startsWith("jdbc:mysql:") || source.url().startsWith("jdbc:mariadb:");
    if (!mySqlFamily || !source.password().isEmpty() || !Files.isReadable(optionFile)) {
      return source;
    }
    Map<String, String> client = client(optionFile);
    Optional<String> fileUser = Optional.ofNullable(client.get("user"));
    // Another user's password would be wrong for the one who was named.
    boolean same = source.user().isEmpty() || source.user().equals(fileUser);
    if (!same && fileUser.isPresent()) {
      return source;
    }
    return new JdbcSource(
        source.url(),
        source.user().or(() -> fileUser),
        Secret.of(client.getOrDefault("password", "")),
        source.schemas());
  }

  /** The {@code [client]} options (MySQL 8.4 manual, "Using Option Files"). */
  private static Map<String, String> client(Path optionFile) {
    Map<String, String> options = new HashMap<>();
    String group = "";
    try {
      for (String raw : Files.readAllLines(optionFile, StandardCharsets.UTF_8)) {
        String line = raw.strip();
        if (line.startsWith("[")) {
          group = line.replaceAll("[\\[\\]]", "").strip();
        } else if (isClient(group) && line.contains("=") && !line.startsWith("#")) {
          String[] option = line.split("=", 2);
          options.put(option[0].strip(), unquoted(option[1].strip()));
        }
      }
    } catch (IOException e) {
      LOG.warn("cannot read {}", optionFile, e);
    }
    return options;
  }

  private static boolean isClient(String group) {
    return switch (group) {
      case "client", "mysql", "mariadb", "client-mariadb" -> true;
      default -> false;
    };
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
