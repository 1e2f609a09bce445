package dev.shardwright.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A file that appears complete or not at all. A link keeps pointing at what it points at, and a
 * file that is replaced keeps its rights. Devices and pipes are written to as they are: a file
 * moved into the place of {@code /dev/null} would take it from everybody.
 */
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
   * Writes text, in UTF-8, that is on the disk before it becomes the file: also after a crash of
   * the machine there is the old text or the new one.
   *
   * @throws UserError if the folder is missing, may not be written, or is full
   */
  public static void writeThrough(Path file, String text) {
    Content content = out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    writeAll(new TreeMap<>(Map.of(file, content)), true);
  }

  /**
   * Writes several files, all of them or none: none is moved into its place before the last one is
   * written.
   *
   * @throws UserError if a folder is missing, may not be written, or is full
   */
  public static void writeAll(SortedMap<Path, Content> files) {
    writeAll(files, false);
  }

  private static void writeAll(SortedMap<Path, Content> files, boolean forced) {
    if (files.containsKey(Path.of("-"))) {
      throw new UserError("Cannot write -: name a file; ./- if it shall be called so.");
    }
    SortedMap<Path, Content> streams = new TreeMap<>(files);
    streams.keySet().removeIf(file -> !stream(file));
    SortedMap<Path, Path> beside = new TreeMap<>();
    try {
      files.forEach((file, content) -> {
        if (!streams.containsKey(file)) {
          beside.put(file, beside(file, content, forced));
        }
      });
      beside.forEach(WholeFile::move);
      streams.forEach(WholeFile::pour);
    } finally {
      beside.values().forEach(WholeFile::delete);
    }
  }

  private static boolean stream(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static void pour(Path stream, Content content) {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(stream, StandardOpenOption.WRITE))) {
      content.writeTo(out);
    } catch (IOException e) {
      throw refused(stream, e, e);
    }
  }

  /** Where a link leads; what is not there yet has no other place. */
  private static Path place(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath();
    }
  }

  private static Path beside(Path file, Content content, boolean forced) {
    Path target = place(file);
    // Not a temporary file: those may be read by their owner only, and the move keeps that.
    Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      if (Files.isDirectory(target)) {
        throw new FileSystemException(file.toString(), null, "it is a folder");
      }
      Files.createFile(beside);
      beside.toFile().deleteOnExit(); // a kill while writing runs this too
      fill(beside, content, forced);
      keepRights(target, beside);
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

  private static void fill(Path beside, Content content, boolean forced) throws IOException {
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      content.writeTo(out);
      out.flush();
      if (forced) {
        channel.force(true);
      }
    }
  }

  private static void keepRights(Path target, Path beside) throws IOException {
    if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
    }
  }

  private static void move(Path file, Path beside) {
    try {
      Files.move(
          beside, place(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
