package dev.shardwright.cli;

import dev.shardwright.model.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A text file that appears complete or not at all. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Writes the text beside the file and moves it into place.
   *
   * @throws UserError if the folder is missing or may not be written
   */
  static void write(Path file, String text) {
    Path target = file.toAbsolutePath();
    try {
      Path beside = Files.createTempFile(target.getParent(), ".", ".part");
      try {
        Files.writeString(beside, text);
        Files.move(
            beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new UserError("Cannot write " + file + ": " + e.getMessage() + ".", e);
    }
  }
}
