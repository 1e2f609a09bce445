package dev.shardwright.introspect.server;

import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.model.Product;
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

/** A throwaway MySQL or MariaDB, run from a server program found on this machine. */
public final class MySqlServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MySqlServer.class);
  private static final String LOADER = "shardwright";
  // So that routines and views keep the owners that the dump names: MariaDB 10.5, MySQL 8.2, 8.0.
  private static final List<String> RIGHTS_OVER_DEFINERS =
      List.of(
          "SET USER",
          "SET_ANY_DEFINER, ALLOW_NONEXISTENT_DEFINER, SHOW_ROUTINE",
          "SET_USER_ID, SHOW_ROUTINE",
          "SET_USER_ID",
          "SUPER");

  private final MySqlProgram program;
  private final int port;
  private final String adminName;
  private final String adminPassword;
  private final String loaderPassword;
  private final RunningServer running;

  private MySqlServer(
      MySqlProgram program,
      int port,
      String adminName,
      String adminPassword,
      String loaderPassword,
      RunningServer running) {
    this.program = program;
    this.port = port;
    this.adminName = adminName;
    this.adminPassword = adminPassword;
    this.loaderPassword = loaderPassword;
    this.running = running;
  }

  /**
   * Starts a server of its own from a program.
   *
   * @throws ServerFailure if it does not start
   * @throws Progress.Cancelled if the user cancelled; nothing stays behind
   */
  public static MySqlServer start(MySqlProgram program, Progress progress) {
    return start(program, List.of(), progress);
  }

  /** As {@link #start(MySqlProgram, Progress)}, with settings that overrule the usual ones. */
  static MySqlServer start(MySqlProgram program, List<String> settings, Progress progress) {
    try {
      ThrowawayFolder.sweep();
      Path template = new MySqlTemplate(program, progress).prepare();
      progress.step("starting " + program.product().title(), -1);
      return start(program, template, settings, progress);
    } catch (IOException e) {
      throw new ServerFailure(
          program.path()
              + " ("
              + program.product().title()
              + " "
              + program.version()
              + ") did not start: "
              + e.getMessage(),
          e);
    }
  }

  private static MySqlServer start(
      MySqlProgram program, Path template, List<String> more, Progress progress)
      throws IOException {
    Path folder = ThrowawayFolder.create();
    Path data = folder.resolve("data");
    ThrowawayFolder.copy(template, data);
    // A name that no dump can guess, since MariaDB lets the loader make routines in any name.
    String name = "admin_" + RunningServer.randomPassword().substring(0, 16);
    String admin = RunningServer.randomPassword();
    String loader = RunningServer.randomPassword();
    Files.writeString(folder.resolve("init.sql"), accounts(name, admin, loader));
    Files.createDirectory(folder.resolve("empty"));
    int port = RunningServer.freePort();
    List<String> settings = settings(program, folder, port);
    if (more.stream().anyMatch(s -> s.startsWith("--ssl"))) {
      settings.remove("--skip-ssl");
    }
    settings.addAll(more);
    RunningServer running =
        RunningServer.start(
            settings,
            folder,
            Process::destroyForcibly, // there is nothing to save
            () -> answers(program.product(), port, name, admin),
            progress);
    MySqlServer server = new MySqlServer(program, port, name, admin, loader, running);
    server.grantDefiners();
    return server;
  }

  // Nothing outlives a crash of a throwaway server, so nothing waits for the disk. A dump gets no
  // way to files (secure-file-priv, local-infile) or to libraries (plugin-dir).
  private static List<String> settings(MySqlProgram program, Path folder, int port) {
    List<String> command = MySqlTemplate.command(program, folder.resolve("data"));
    Path empty = folder.resolve("empty");
    command.addAll(
        List.of(
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--socket=" + folder.resolve("s"),
            "--pid-file=" + folder.resolve("pid"),
            "--init-file=" + folder.resolve("init.sql"),
            "--tmpdir=" + empty,
            "--plugin-dir=" + empty,
            "--secure-file-priv=" + empty,
            "--local-infile=0",
            "--skip-log-bin",
            "--skip-name-resolve",
            "--event-scheduler=OFF",
            "--log-bin-trust-function-creators=1",
            "--character-set-server=utf8mb4",
            "--max-connections=40",
            "--max-allowed-packet=1G",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-doublewrite=0",
            "--innodb-buffer-pool-size=128M",
            "--default-time-zone=+00:00"));
    if (program.product() == Product.MARIADB) {
      // MariaDB 11.4 makes a TLS key at every start otherwise: 26 s of CPU for a local socket.
      command.addAll(List.of("--innodb-log-file-size=8M", "--skip-log-error", "--skip-ssl"));
    } else {
      command.addAll(List.of("--mysqlx=OFF", "--innodb-redo-log-capacity=67108864"));
    }
    return command;
  }

  // The loader owns every database but the server's own: the narrower grant hides the wider one
  // (MySQL 8.4 manual, "Access Control, Stage 2: Request Verification").
  private static String accounts(String name, String admin, String loader) {
    List<String> lines = new ArrayList<>();
    lines.add("DROP USER IF EXISTS 'root'@'localhost'");
    lines.add("CREATE USER '" + name + "'@'127.0.0.1' IDENTIFIED BY '" + admin + "'");
    lines.add("GRANT ALL PRIVILEGES ON *.* TO '" + name + "'@'127.0.0.1' WITH GRANT OPTION");
    lines.add("CREATE USER '" + LOADER + "'@'127.0.0.1' IDENTIFIED BY '" + loader + "'");
    lines.add("GRANT ALL PRIVILEGES ON `%`.* TO '" + LOADER + "'@'127.0.0.1'");
    lines.add("GRANT LOCK TABLES ON mysql.* TO '" + LOADER + "'@'127.0.0.1'");
    lines.add("GRANT LOCK TABLES ON sys.* TO '" + LOADER + "'@'127.0.0.1'");
    return String.join(";\n", lines) + ";\n";
  }

  private static boolean answers(Product product, int port, String user, String password) {
    try (Connection connection = connect(product, port, user, password)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false; // not yet: the caller asks again
    }
  }

  private void grantDefiners() {
    try (Connection connection = admin();
        Statement statement = connection.createStatement()) {
      boolean granted = false;
      for (String rights : RIGHTS_OVER_DEFINERS) {
        granted = granted || tried(statement, "GRANT " + rights + " ON *.*");
      }
      if (program.product() == Product.MARIADB) {
        tried(statement, "GRANT SELECT ON mysql.proc"); // the texts of routines in other names
      }
    } catch (SQLException e) {
      close();
      throw new ServerFailure("The server of " + program.path() + " was lost.", e);
    }
  }

  private static boolean tried(Statement statement, String grant) {
    try {
      statement.execute(grant + " TO '" + LOADER + "'@'127.0.0.1'");
      return true;
    } catch (SQLException e) {
      LOG.debug("{} is not known here: {}", grant, e.getMessage());
      return false;
    }
  }

  public MySqlProgram program() {
    return program;
  }

  /** The server for a user who owns all databases and nothing else. */
  public JdbcSource loader(List<String> databases) {
    String database = databases.isEmpty() ? "" : databases.getFirst();
    return new JdbcSource(
        url(program.product(), port, database),
        Optional.of(LOADER),
        Secret.of(loaderPassword),
        databases);
  }

  /** A connection with all privileges. */
  public Connection admin() throws SQLException {
    return connect(program.product(), port, adminName, adminPassword);
  }

  /** Kills the server and removes its folder. */
  @Override
  public void close() {
    running.close();
  }

  private static String url(Product product, int port, String database) {
    // The server made its key a moment ago and lies on this machine: asking for it is safe.
    String options =
        product == Product.MARIADB ? "" : "?allowPublicKeyRetrieval=true&sslMode=DISABLED";
    String scheme = product == Product.MARIADB ? "mariadb" : "mysql";
    return "jdbc:" + scheme + "://127.0.0.1:" + port + "/" + database + options;
  }

  private static Connection connect(Product product, int port, String user, String password)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5000");
    return DriverManager.getConnection(url(product, port, ""), properties);
  }
}
