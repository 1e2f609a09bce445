package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A dump or hand-written DDL.
 *
 * @param flavour whose SQL it is; empty to find out from its content
 * @param server a MySQL or MariaDB server program to load it into; empty to look for one
 * @param schemas the schemas or databases to read; empty for all of the user's
 */
public record SqlFileSource(
    Path file, Optional<Product> flavour, Optional<Path> server, List<String> schemas)
    implements Source {

  public SqlFileSource {
    schemas = List.copyOf(schemas);
  }

  @Override
  public String described() {
    return String.valueOf(file.getFileName());
  }
}
