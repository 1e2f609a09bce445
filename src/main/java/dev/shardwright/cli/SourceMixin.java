package dev.shardwright.cli;

import dev.shardwright.introspect.Secret;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how to reach and read a source. */
final class SourceMixin {
  @Option(names = "--user", paramLabel = "U", description = "Database user.")
  private @Nullable String user;

  @Option(
      names = "--password-env",
      paramLabel = "VAR",
      description = "Environment variable that holds the password.")
  private @Nullable String passwordEnv;

  @Option(
      names = "--password-file",
      paramLabel = "F",
      description = "File whose first line is the password.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--password",
      interactive = true,
      arity = "0",
      description = "Ask for the password. Without any of these, ~/.pgpass and ~/.my.cnf are read.")
  private char @Nullable [] password;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description = "Schema or database to read (repeatable).")
  private List<String> schemas = List.of();

  @Option(
      names = "--flavour",
      paramLabel = "F",
      description = "Whose SQL a file holds: postgresql, mysql or mariadb.")
  private @Nullable String flavour;

  @Option(
      names = "--server",
      paramLabel = "PATH",
      description = "MySQL or MariaDB server program that loads a .sql file.")
  private @Nullable Path server;

  @Option(names = "--quiet", description = "Print no progress.")
  private boolean quiet;

  boolean quiet() {
    return quiet;
  }

  SourceOptions options() {
    return new SourceOptions(
        Optional.ofNullable(user), secret(), schemas, product(), Optional.ofNullable(server));
  }

  private Optional<Product> product() {
    if (flavour == null) {
      return Optional.empty();
    }
    return switch (flavour.toLowerCase(Locale.ROOT)) {
      case "postgresql" -> Optional.of(Product.POSTGRESQL);
      case "mysql" -> Optional.of(Product.MYSQL);
      case "mariadb" -> Optional.of(Product.MARIADB);
      default ->
          throw new UserError(
              "--flavour " + flavour + ": the flavours are postgresql, mysql and mariadb.");
    };
  }

  private Secret secret() {
    if (password != null) {
      return Secret.of(new String(password));
    }
    if (passwordEnv != null) {
      String value = System.getenv(passwordEnv);
      if (value == null) {
        throw new UserError("--password-env: the environment has no variable " + passwordEnv + ".");
      }
      return Secret.of(value);
    }
    return passwordFile == null ? Secret.NONE : firstLine(passwordFile);
  }

  private static Secret firstLine(Path file) {
    try (var lines = Files.lines(file)) {
      return Secret.of(lines.findFirst().orElse(""));
    } catch (IOException e) {
      throw new UserError("--password-file: cannot read " + file + ".", e);
    }
  }
}
