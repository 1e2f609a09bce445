package dev.shardwright.introspect;

import java.nio.file.Path;
import java.util.List;

/**
 * What a collection script printed about a database that was not to be touched otherwise.
 *
 * @param schemas the schemas or databases to read; empty for those that were collected
 */
public record CollectedSource(Path file, List<String> schemas) implements Source {

  public CollectedSource {
    schemas = List.copyOf(schemas);
  }

  @Override
  public String described() {
    return String.valueOf(file.getFileName());
  }
}
