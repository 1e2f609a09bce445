package dev.shardwright.introspect;

import dev.shardwright.introspect.socket.UnixSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.postgresql.jdbcurlresolver.PgPassParser;

/**
 * The password file of PostgreSQL's clients ({@code ~/.pgpass}, or where {@code PGPASSFILE} has
 * it). PostgreSQL's driver reads it whoever may read it; psql does not use one that others may.
 */
record PasswordFile(Path file) {

  /** The one that the driver would read, if it is there. */
  static Optional<PasswordFile> found() {
    String named =
        Optional.ofNullable(System.getProperty("org.postgresql.pgpassfile"))
            .or(() -> Optional.ofNullable(System.getenv("PGPASSFILE")))
            .filter(name -> !name.isBlank())
            .orElse(System.getProperty("user.home") + "/.pgpass");
    return Optional.of(new PasswordFile(Path.of(named.strip())))
        .filter(found -> Files.isRegularFile(found.file()));
  }

  /** PostgreSQL manual, "The Password File": no access for group or world, or it is ignored. */
  boolean readByOthers() {
    try {
      return file.getFileSystem().supportedFileAttributeViews().contains("posix")
          && Files.getPosixFilePermissions(file).stream()
              .anyMatch(right -> !right.name().startsWith("OWNER"));
    } catch (IOException e) {
      return true; // what cannot be looked at is not trusted
    }
  }

  /** What the driver would not find: it looks for localhost where libpq looks for the folder. */
  static Optional<String> of(UnixSocket socket, Address address, String user) {
    Path folder = socket.file().toAbsolutePath().getParent();
    String port = address.port().isBlank() ? "5432" : address.port().strip();
    String database = address.database().isBlank() ? user : address.database().strip();
    return Optional.ofNullable(
        PgPassParser.getPassword(String.valueOf(folder), port, database, user));
  }

  /** What to do about it, for the end of a sentence. */
  String advice() {
    return file + " was not used, for others may read it: chmod 600 " + file + ".";
  }
}
