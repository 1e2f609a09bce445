package dev.shardwright.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Moves finished files to their places; when one cannot go, those before it come back. */
final class FileSwap {
  /** The end of the name of a file that made room; it stays if it could not be brought back. */
  static final String WAS = ".was";

  private final Path beside;
  private final Deque<Moved> moved = new ArrayDeque<>();

  private record Moved(Path place, Path was) {}

  /**
   * From a folder on the same disk.
   *
   * @param beside where the finished files are, under the names they shall have
   */
  FileSwap(Path beside) {
    this.beside = beside;
  }

  void moveAll(List<Path> places) throws IOException {
    try {
      for (Path place : places) {
        move(place);
      }
    } catch (IOException e) {
      back(e);
      throw e;
    }
    for (Moved each : moved) {
      Files.deleteIfExists(each.was());
    }
  }

  private void move(Path place) throws IOException {
    Path was = beside.resolve(place.getFileName() + WAS);
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(place, was, StandardCopyOption.ATOMIC_MOVE);
    }
    moved.push(new Moved(place, was));
    Files.move(beside.resolve(place.getFileName()), place, StandardCopyOption.ATOMIC_MOVE);
  }

  private void back(IOException cause) {
    for (Moved each : moved) {
      try {
        Files.deleteIfExists(each.place());
        if (Files.exists(each.was(), LinkOption.NOFOLLOW_LINKS)) {
          Files.move(each.was(), each.place(), StandardCopyOption.ATOMIC_MOVE);
        }
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }
}
