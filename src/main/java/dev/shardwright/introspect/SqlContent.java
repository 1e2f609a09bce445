package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The text of a .sql file, wherever it lies, and what was said about it.
 *
 * @param bytes its size
 * @param schemas the schemas or databases to read; empty for all of the user's
 */
record SqlContent(
    String described,
    long bytes,
    Opener opener,
    Optional<Product> flavour,
    Optional<Path> server,
    List<String> schemas) {

  SqlContent {
    schemas = List.copyOf(schemas);
  }

  /** Opens the text from its beginning. */
  interface Opener {
    InputStream open() throws IOException;
  }

  /**
   * The content of a file.
   *
   * @throws UserError if it cannot be read
   */
  static SqlContent of(SqlFileSource source) {
    try {
      return new SqlContent(
          source.described(),
          Files.size(source.file()),
          () -> Files.newInputStream(source.file()),
          source.flavour(),
          source.server(),
          source.schemas());
    } catch (IOException e) {
      throw new UserError("The file " + source.file() + " cannot be read.", e);
    }
  }

  /**
   * The content of a sample.
   *
   * @throws UserError if it has no file of that flavour
   */
  static SqlContent of(SampleSource source) {
    String flavour = source.flavour() == Product.POSTGRESQL ? "postgresql" : "mysql";
    Opener opener =
        () -> {
          InputStream file = Samples.open(source.name(), flavour);
          if (file == null) {
            throw new UserError(
                "The sample " + source.name() + " has no file for " + flavour + ".");
          }
          return file;
        };
    try (InputStream file = opener.open()) {
      long bytes = file.transferTo(java.io.OutputStream.nullOutputStream());
      return new SqlContent(
          source.described(),
          bytes,
          opener,
          Optional.of(source.flavour()),
          source.server(),
          List.of());
    } catch (IOException e) {
      throw new UserError("The sample " + source.name() + " cannot be read.", e);
    }
  }
}
