package dev.shardwright.introspect.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Temporary folders of throwaway servers, readable by their owner only. */
final class ThrowawayFolder {
  private static final Logger LOG = LoggerFactory.getLogger(ThrowawayFolder.class);
  private static final String PREFIX = "shardwright-";

  private ThrowawayFolder() {}

  /** A new folder whose name tells which process it belongs to. */
  static Path create() {
    try {
      return Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Removes what programs left behind that were killed before they could clean up: their servers,
   * told by the folder in their command line, and the folders.
   */
  static void sweep() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> folders = Files.list(temporary)) {
      folders.filter(ThrowawayFolder::orphaned).toList().forEach(ThrowawayFolder::remove);
    } catch (IOException e) {
      LOG.debug("cannot look for old folders in {}", temporary, e);
    }
  }

  private static boolean orphaned(Path folder) {
    return owner(folder).map(pid -> ProcessHandle.of(pid).isEmpty()).orElse(false)
        && Files.isWritable(folder);
  }

  private static Optional<Long> owner(Path folder) {
    String name = String.valueOf(folder.getFileName());
    if (!name.matches(PREFIX + "\\d{1,10}-\\d+")) {
      return Optional.empty();
    }
    return Optional.of(Long.valueOf(name.substring(PREFIX.length(), name.lastIndexOf('-'))));
  }

  private static void remove(Path folder) {
    String text = folder.toString();
    ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(text))
        .forEach(ProcessHandle::destroyForcibly);
    delete(folder);
  }

  /** Deletes a folder with all it holds; what cannot be deleted stays and is logged. */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Deleter());
    } catch (IOException e) {
      LOG.warn("cannot remove {}", folder, e);
    }
  }

  /** Copies a folder with all it holds to a place that does not exist yet. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static final class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    // A server that is just ending may remove its files at the same time.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
