package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One of the schemas that come with the program.
 *
 * @param flavour {@code POSTGRESQL}, or {@code MYSQL} for the other family
 * @param server a MySQL or MariaDB server program to load it into; empty to look for one
 */
public record SampleSource(String name, Product flavour, Optional<Path> server) implements Source {

  @Override
  public String described() {
    return "sample:" + name + (flavour == Product.POSTGRESQL ? "" : "/mysql");
  }
}
