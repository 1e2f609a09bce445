package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user said beside the source itself.
 *
 * @param schemas the schemas or databases to read; empty for the source's default
 * @param flavour whose SQL a file holds; empty to find out from its content
 * @param server a MySQL or MariaDB server program for .sql files; empty to look for one
 */
public record SourceOptions(
    Optional<String> user,
    Secret password,
    List<String> schemas,
    Optional<Product> flavour,
    Optional<Path> server) {

  /** Nothing was said. */
  public static final SourceOptions DEFAULT =
      new SourceOptions(
          Optional.empty(), Secret.NONE, List.of(), Optional.empty(), Optional.empty());

  public SourceOptions {
    schemas = List.copyOf(schemas);
  }
}
