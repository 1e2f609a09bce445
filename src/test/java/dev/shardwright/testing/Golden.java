package dev.shardwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the program wrote once and somebody read: {@code src/test/resources/golden}.
 *
 * <p>Written anew with {@code -Dshardwright.golden=write}; then look at the difference.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /**
   * Expects a text to stand in a file.
   *
   * @param file within the folder of golden files
   */
  public static void compare(String file, String text) throws IOException {
    Path golden = FOLDER.resolve(file);
    if ("write".equals(System.getProperty("shardwright.golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }
    assertThat(text).as(golden.toString()).isEqualTo(Files.readString(golden));
  }
}
