package dev.shardwright.bench;

import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The engine's own dump of a database's structure, to be compared with.
 *
 * @param title the program with what it is told
 */
record StructureDump(String title, List<String> command, String password) {

  /** The program for a server, which must be as new as the server for PostgreSQL. */
  static Optional<Path> program(TestServer server) {
    return switch (server.product()) {
      case POSTGRESQL ->
          Stream.of(
                  System.getenv().getOrDefault("SHARDWRIGHT_PGDUMP", ""),
                  System.getProperty("user.home") + "/.cache/shardwright/pg_dump/bin/pg_dump")
              .filter(name -> !name.isEmpty())
              .map(Path::of)
              .filter(Files::isExecutable)
              .findFirst();
      case MYSQL ->
          Optional.ofNullable(System.getenv("SHARDWRIGHT_MYSQLD"))
              .map(mysqld -> Path.of(mysqld).resolveSibling("mysqldump"))
              .filter(Files::isExecutable);
      case MARIADB ->
          Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
              .map(folder -> Path.of(folder, "mariadb-dump"))
              .filter(Files::isExecutable)
              .findFirst();
    };
  }

  static StructureDump of(Path program, TestServer server, TestDatabase database) {
    URI uri = URI.create(database.source().url().substring("jdbc:".length()).replace(" ", ""));
    List<String> command = new ArrayList<>(List.of(program.toString()));
    List<String> what =
        switch (server.product()) {
          case POSTGRESQL -> List.of("--schema-only");
          case MYSQL ->
              List.of(
                  "--no-data",
                  "--routines",
                  "--events",
                  "--no-tablespaces",
                  "--set-gtid-purged=OFF",
                  "--column-statistics=0");
          case MARIADB -> List.of("--no-data", "--routines", "--events", "--no-tablespaces");
        };
    command.addAll(what);
    command.addAll(
        List.of(
            "--host=" + uri.getHost(),
            "--port=" + uri.getPort(),
            (server.product().isMySqlFamily() ? "--user=" : "--username=")
                + database.source().user().orElseThrow(),
            database.name()));
    return new StructureDump(
        program.getFileName() + " " + what.getFirst(),
        List.copyOf(command),
        database.source().password().reveal());
  }

  void run() throws IOException, InterruptedException {
    ProcessBuilder dump =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    dump.environment().put("PGPASSWORD", password);
    dump.environment().put("MYSQL_PWD", password);
    Process process = dump.start();
    if (process.waitFor() != 0) {
      throw new IOException(title + " ended with " + process.exitValue());
    }
  }
}
