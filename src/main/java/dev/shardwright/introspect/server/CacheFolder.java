package dev.shardwright.introspect.server;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What servers need again and again, prepared once per user: unpacked programs, empty databases.
 */
final class CacheFolder {
  private static final Logger LOG = LoggerFactory.getLogger(CacheFolder.class);

  private CacheFolder() {}

  /** The user's cache folder of this program, where the operating system wants it. */
  static Path ofUser() {
    Map<String, String> env = System.getenv();
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home"));
    if (system.startsWith("windows")) {
      String local = env.getOrDefault("LOCALAPPDATA", "");
      return (local.isEmpty() ? home : Path.of(local)).resolve("shardwright");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library/Caches/shardwright");
    }
    String xdg = env.getOrDefault("XDG_CACHE_HOME", "");
    return (xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg)).resolve("shardwright");
  }

  /**
   * Where root keeps what it lets another user run: that user cannot look into root's home.
   *
   * @throws IOException if somebody else made that folder, who could then choose what runs
   */
  static Path ofRootForOthers() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "shardwright-cache-of-root");
    try {
      Files.createDirectory(folder);
      open(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          || !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals("root")) {
        throw new IOException(folder + " belongs to somebody else; remove it", e);
      }
    }
    return folder;
  }

  /** Lets everybody read. */
  static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Fills a folder that does not exist yet. */
  interface Filler {
    void fill(Path folder) throws IOException;
  }

  /**
   * The folder of that name, filled if it is not there yet. It appears complete or not at all, also
   * when two programs fill it at the same time. Where the cache cannot be written, such as in a
   * read-only home, it is filled for this run alone.
   */
  static Path prepared(Path cache, String name, Filler filler) throws IOException {
    Path wanted = cache.resolve(name);
    if (Files.isDirectory(wanted)) {
      return wanted;
    }
    Optional<Path> room = room(cache, name);
    if (room.isEmpty()) {
      Path once = ThrowawayFolder.create();
      filler.fill(once);
      return once;
    }
    Path work = room.get();
    try {
      filler.fill(work);
      Files.move(work, wanted, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      ThrowawayFolder.delete(work); // another program was faster
    } catch (IOException | RuntimeException e) {
      ThrowawayFolder.delete(work);
      if (!Files.isDirectory(wanted)) {
        throw e;
      }
    }
    return wanted;
  }

  private static Optional<Path> room(Path cache, String name) {
    try {
      Files.createDirectories(cache);
      return Optional.of(Files.createTempDirectory(cache, name + "."));
    } catch (IOException e) {
      LOG.warn("nothing can be kept in {}", cache, e);
      return Optional.empty();
    }
  }
}
