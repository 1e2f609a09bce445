package dev.shardwright.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * DDL of real systems: a folder beside the project, or where SHARDWRIGHT_SCHEMAS says, which is not
 * part of it. Tests that want it are skipped with a word where there is none.
 */
public final class SharedFolder {
  private SharedFolder() {}

  public static Path folder() {
    String named = System.getenv().getOrDefault("SHARDWRIGHT_SCHEMAS", "");
    Path folder = named.isEmpty() ? Path.of("..", "shared", "schemas") : Path.of(named);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        "no folder of public schemas: set SHARDWRIGHT_SCHEMAS, or put it at ../shared/schemas");
    return folder;
  }

  /** All files of the folder, sorted. */
  public static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder(), 2)) {
      return all.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
    }
  }
}
