package dev.shardwright.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.UUID;

/** A file that appears complete or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /** What is to stand in a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes text, in UTF-8.
   *
   * @throws UserError if the folder is missing, may not be written, or is full
   */
  public static void write(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes beside the file and moves the result into its place; what stood there stays until then.
   *
   * @throws UserError if the folder is missing, may not be written, or is full
   */
  public static void write(Path file, Content content) {
    Path target = file.toAbsolutePath();
    try {
      // Not a temporary file: those may be read by their owner only, and the move keeps that.
      Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
      Files.createFile(beside);
      beside.toFile().deleteOnExit(); // a kill while writing runs this too
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
          content.writeTo(out);
        }
        Files.move(
            beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (UncheckedIOException e) {
      throw refused(file, e, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw refused(file, e, e);
    }
  }

  private static UserError refused(Path file, Exception e, Throwable cause) {
    String reason =
        switch (cause) {
          case AccessDeniedException denied -> "no right to write there";
          case NoSuchFileException missing -> "the folder is not there";
          default -> String.valueOf(cause.getMessage());
        };
    return new UserError("Cannot write " + file + ": " + reason + ".", e);
  }
}
