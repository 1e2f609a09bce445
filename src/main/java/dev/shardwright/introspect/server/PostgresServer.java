package dev.shardwright.introspect.server;

import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.model.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A throwaway PostgreSQL. */
public final class PostgresServer implements AutoCloseable {
  /** The version whose programs come with Shardwright. */
  public static final String BUNDLED_VERSION = "18.6";

  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final int STOP_SECONDS = 5;

  private final int port;
  private final String password;
  private final RunningServer running;

  private PostgresServer(int port, String password, RunningServer running) {
    this.port = port;
    this.password = password;
    this.running = running;
  }

  /**
   * Starts the PostgreSQL that came with Shardwright.
   *
   * @throws ServerFailure if it does not start
   * @throws Progress.Cancelled if the user cancelled; nothing stays behind
   */
  public static PostgresServer start(Progress progress) {
    return start(List.of(), progress);
  }

  /** The same with settings of its configuration file that overrule the usual ones. */
  public static PostgresServer start(List<String> settings, Progress progress) {
    return start(
        BUNDLED_VERSION,
        PostgresPrograms::bundled,
        Unprivileged.find(progress),
        settings,
        progress);
  }

  /** The same with the PostgreSQL packed in an archive of bin, lib and share. */
  public static PostgresServer start(
      String version, Path archive, List<String> settings, Progress progress) {
    return start(
        version,
        () -> Files.newInputStream(archive),
        Unprivileged.find(progress),
        settings,
        progress);
  }

  static PostgresServer start(
      String version,
      PostgresPrograms.Packed packed,
      Unprivileged runner,
      List<String> settings,
      Progress progress) {
    try {
      ThrowawayFolder.sweep();
      PostgresPrograms programs = PostgresPrograms.prepare(version, packed, runner, progress);
      return start(programs, settings, progress);
    } catch (IOException | SQLException e) {
      throw new ServerFailure("The embedded PostgreSQL did not start: " + e.getMessage(), e);
    }
  }

  private static PostgresServer start(
      PostgresPrograms programs, List<String> settings, Progress progress)
      throws IOException, SQLException {
    progress.step("starting PostgreSQL", -1);
    Path folder = ThrowawayFolder.create();
    Path data = folder.resolve("data");
    ThrowawayFolder.copy(programs.template().resolve("data"), data);
    PostgresPrograms.giveTo(programs.runner(), folder);
    int port = RunningServer.freePort();
    String first = programs.templatePassword();
    RunningServer running =
        RunningServer.start(
            programs.command("postgres", arguments(data, port, settings)),
            folder,
            process -> stop(programs, data),
            () -> answers(port, first),
            progress);
    PostgresServer server = new PostgresServer(port, RunningServer.randomPassword(), running);
    server.changePassword(first);
    return server;
  }

  // Nothing outlives a crash of a throwaway server, so nothing waits for the disk.
  private static List<String> arguments(Path data, int port, List<String> more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "wal_level=minimal",
                "max_wal_senders=0",
                "max_connections=40",
                "shared_buffers=64MB",
                "timezone=UTC"));
    settings.addAll(more);
    List<String> arguments =
        new ArrayList<>(List.of("-D", data.toString(), "-p", String.valueOf(port)));
    settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
    return arguments;
  }

  private static void stop(PostgresPrograms programs, Path data) {
    try {
      Programs.run(
          programs.command(
              "pg_ctl", List.of("-D", data.toString(), "-m", "immediate", "-W", "stop")),
          STOP_SECONDS,
          Progress.SILENT);
    } catch (IOException e) {
      // The process is killed after this, whether it heard us or not.
      LOG.info("pg_ctl did not stop it", e);
    }
  }

  private static boolean answers(int port, String password) {
    try (Connection connection = connect(port, "postgres", PostgresPrograms.ADMIN, password)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false; // not yet: the caller asks again
    }
  }

  private void changePassword(String first) throws SQLException {
    try (Connection connection = connect(port, "postgres", PostgresPrograms.ADMIN, first);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE " + PostgresPrograms.ADMIN + " PASSWORD '" + password + "'");
      // A role sees its own database and no other.
      statement.execute("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
    }
  }

  /**
   * Makes a database that belongs to a new role without any privilege beyond it.
   *
   * @param name its name, an identifier without quotes
   */
  public JdbcSource createDatabase(String name) throws SQLException {
    String role = name + "_owner";
    String secret = RunningServer.randomPassword();
    try (Connection connection = admin("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE ROLE \""
              + role
              + "\" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '"
              + secret
              + "'");
      statement.execute("CREATE DATABASE \"" + name + "\" OWNER \"" + role + "\"");
      statement.execute("REVOKE CONNECT ON DATABASE \"" + name + "\" FROM PUBLIC");
    }
    return new JdbcSource(url(port, name), Optional.of(role), Secret.of(secret), List.of());
  }

  /** A connection as superuser. */
  public Connection admin(String database) throws SQLException {
    return connect(port, database, PostgresPrograms.ADMIN, password);
  }

  /** Stops the server at once and removes its folder. */
  @Override
  public void close() {
    running.close();
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static Connection connect(int port, String database, String user, String password)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(url(port, database), properties);
  }
}
