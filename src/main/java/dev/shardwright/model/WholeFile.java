package dev.shardwright.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
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
    writeAll(new TreeMap<>(Map.of(file, content)));
  }

  /**
   * Writes several files, all of them or none: none is moved into its place before the last one is
   * written.
   *
   * @throws UserError if a folder is missing, may not be written, or is full
   */
  public static void writeAll(SortedMap<Path, Content> files) {
    SortedMap<Path, Path> beside = new TreeMap<>();
    try {
      files.forEach((file, content) -> beside.put(file, beside(file, content)));
      beside.forEach(WholeFile::move);
    } finally {
      beside.values().forEach(WholeFile::delete);
    }
  }

  private static Path beside(Path file, Content content) {
    Path target = file.toAbsolutePath();
    // Not a temporary file: those may be read by their owner only, and the move keeps that.
    Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      if (Files.isDirectory(target)) {
        throw new FileSystemException(file.toString(), null, "it is a folder");
      }
      Files.createFile(beside);
      beside.toFile().deleteOnExit(); // a kill while writing runs this too
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
        content.writeTo(out);
      }
      return beside;
    } catch (IOException e) {
      delete(beside);
      throw refused(file, e, e);
    } catch (UncheckedIOException e) {
      delete(beside);
      throw refused(file, e, Objects.requireNonNull(e.getCause()));
    } catch (RuntimeException e) {
      delete(beside);
      throw e;
    }
  }

  private static void move(Path file, Path beside) {
    try {
      Files.move(
          beside,
          file.toAbsolutePath(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw refused(file, e, e);
    }
  }

  private static void delete(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      beside.toFile().deleteOnExit();
    }
  }

  private static UserError refused(Path file, Exception e, Throwable cause) {
    String reason =
        switch (cause) {
          case AccessDeniedException denied -> "no right to write there";
          case NoSuchFileException missing -> "the folder is not there";
          case FileSystemException other when other.getReason() != null -> other.getReason();
          default -> String.valueOf(cause.getMessage());
        };
    return new UserError("Cannot write " + file + ": " + reason + ".", e);
  }
}
