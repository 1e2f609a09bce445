package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where a schema comes from: a live database, a .sql file, a sample, or a collected file. */
public sealed interface Source permits JdbcSource, SqlFileSource, SampleSource, CollectedSource {

  /** What the user named, without credentials: for titles, headers and the plan file. */
  String described();

  /**
   * Reads what the user wrote: a JDBC URL, a path ending in {@code .sql}, {@code sample:NAME} or
   * {@code sample:NAME/mysql}.
   *
   * @throws UserError if it is none of these, or names a file or sample that is not there
   */
  static Source parse(String text, SourceOptions options) {
    String source = text.strip();
    if (source.startsWith("jdbc:")) {
      return new JdbcSource(source, options.user(), options.password(), options.schemas());
    }
    if (source.startsWith("sample:")) {
      return sample(source.substring("sample:".length()), options);
    }
    Optional<Source> collected = collected(source, options);
    if (collected.isPresent()) {
      return collected.get();
    }
    if (source.toLowerCase(Locale.ROOT).endsWith(".sql")) {
      return file(source, options);
    }
    throw new UserError(
        "\""
            + source
            + "\" is no source: name a JDBC URL (jdbc:postgresql://host/database), a file"
            + " ending in .sql, one that a collection script printed, or sample:NAME.");
  }

  private static Optional<Source> collected(String text, SourceOptions options) {
    try {
      Path path = Path.of(text);
      return Files.isRegularFile(path) && CollectedFile.isOne(path)
          ? Optional.of(new CollectedSource(path, options.schemas()))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Source sample(String rest, SourceOptions options) {
    int slash = rest.indexOf('/');
    String name = slash < 0 ? rest : rest.substring(0, slash);
    String flavour = slash < 0 ? "postgresql" : rest.substring(slash + 1);
    Samples.named(name);
    return switch (flavour) {
      case "postgresql" -> new SampleSource(name, Product.POSTGRESQL, options.server());
      case "mysql" -> new SampleSource(name, Product.MYSQL, options.server());
      default ->
          throw new UserError(
              "The sample "
                  + name
                  + " has no flavour \""
                  + flavour
                  + "\": use sample:"
                  + name
                  + " or sample:"
                  + name
                  + "/mysql.");
    };
  }

  private static Source file(String text, SourceOptions options) {
    Path path;
    try {
      path = Path.of(text);
    } catch (InvalidPathException e) {
      throw new UserError("\"" + text + "\" is no file name: " + e.getReason() + ".", e);
    }
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new UserError("There is no readable file " + path + ".");
    }
    return new SqlFileSource(path, options.flavour(), options.server(), options.schemas());
  }
}
