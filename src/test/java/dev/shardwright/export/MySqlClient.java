package dev.shardwright.export;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The mysql and mariadb programs, which a DBA loads our files with; they know DELIMITER. */
final class MySqlClient {
  private MySqlClient() {}

  /** The program for a server of MySQL or MariaDB, if it is on this machine. */
  static Optional<Path> program(Connection connection) throws SQLException {
    boolean mariaDb = connection.getMetaData().getDatabaseProductName().equals("MariaDB");
    Stream<Path> places =
        mariaDb
            ? Stream.of(System.getenv("PATH").split(":")).map(p -> Path.of(p, "mariadb"))
            : Stream.ofNullable(System.getenv("SHARDWRIGHT_MYSQLD"))
                .filter(p -> !p.isEmpty())
                .map(p -> Path.of(p).resolveSibling("mysql"));
    return places.filter(Files::isExecutable).findFirst();
  }

  /** Loads a text into the connection's database; the first error ends it. */
  static void load(Path program, Connection admin, String text) throws SQLException {
    String secret = UUID.randomUUID().toString();
    String user = "loader" + secret.substring(0, 8);
    URI server = URI.create(admin.getMetaData().getURL().substring("jdbc:".length()));
    try (Statement statement = admin.createStatement()) {
      statement.execute("CREATE USER '" + user + "'@'%' IDENTIFIED BY '" + secret + "'");
      statement.execute("GRANT ALL ON *.* TO '" + user + "'@'%' WITH GRANT OPTION");
      run(program, server, user, secret, admin.getCatalog(), text);
    }
    // the account stays: objects may have it as definer
  }

  private static void run(
      Path program, URI server, String user, String secret, String database, String text)
      throws SQLException {
    try {
      Path file = Files.writeString(Files.createTempFile("shardwright", ".sql"), text);
      Path out = Files.createTempFile("shardwright", ".out");
      ProcessBuilder client =
          new ProcessBuilder(
                  program.toString(),
                  "--no-defaults",
                  "--comments",
                  "--protocol=tcp",
                  "-h",
                  server.getHost(),
                  "-P",
                  String.valueOf(server.getPort()),
                  "-u",
                  user,
                  database)
              .redirectInput(file.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile());
      client.environment().put("MYSQL_PWD", secret);
      int status = client.start().waitFor();
      String said = Files.readString(out, StandardCharsets.UTF_8);
      Files.delete(file);
      Files.delete(out);
      if (status != 0) {
        throw new SQLException(said + "\n--- in\n" + text);
      }
    } catch (IOException e) {
      throw new SQLException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException(e);
    }
  }
}
