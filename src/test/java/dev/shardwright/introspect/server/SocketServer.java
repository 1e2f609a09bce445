package dev.shardwright.introspect.server;

import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server that listens on its Unix socket and on no port. It knows the login of whoever runs the
 * tests without password ({@code peer}, {@code unix_socket}, {@code auth_socket}) and a user dba
 * with one.
 *
 * @param folder where the socket is
 */
public record SocketServer(Product product, Path folder, String title, RunningServer running) {
  static final String LOGIN = System.getProperty("user.name");
  static final String PASSWORD = "Secret-1 over a socket";

  /** The PostgreSQL that came with Shardwright. */
  public static SocketServer postgres() throws IOException {
    Unprivileged runner = Unprivileged.find(Progress.SILENT);
    PostgresPrograms programs =
        PostgresPrograms.prepare(
            PostgresServer.BUNDLED_VERSION, PostgresPrograms::bundled, runner, Progress.SILENT);
    Path folder = ThrowawayFolder.create();
    Path data = folder.resolve("data");
    ThrowawayFolder.copy(programs.template().resolve("data"), data);
    Files.writeString(
        data.resolve("pg_hba.conf"),
        """
        local all peered peer map=logins
        local all another peer
        local all all scram-sha-256
        """);
    // In a user namespace the server sees every login as nobody.
    Files.writeString(
        data.resolve("pg_ident.conf"),
        "logins nobody peered\nlogins " + LOGIN + " peered\n",
        StandardOpenOption.APPEND);
    PostgresPrograms.giveTo(runner, folder);
    List<String> settings =
        List.of(
            "-D",
            data.toString(),
            "-c",
            "listen_addresses=",
            "-c",
            "unix_socket_directories=" + folder,
            "-c",
            "port=5499",
            "-c",
            "fsync=off");
    JdbcSource admin =
        new JdbcSource(
            "jdbc:postgresql:///postgres?host=" + folder + "&port=5499",
            Optional.of(PostgresPrograms.ADMIN),
            Secret.of(programs.templatePassword()),
            List.of());
    RunningServer running =
        RunningServer.start(
            programs.command("postgres", settings),
            folder,
            process -> stop(programs, data),
            () -> OverSocket.answers(admin),
            Progress.SILENT);
    OverSocket.run(
        admin,
        "CREATE ROLE peered LOGIN",
        "CREATE ROLE another LOGIN",
        "CREATE ROLE dba LOGIN PASSWORD '" + PASSWORD + "'",
        "CREATE DATABASE shop",
        "GRANT CREATE ON SCHEMA public TO dba");
    OverSocket.run(
        new JdbcSource(
            admin.url().replace("/postgres?", "/shop?"), admin.user(), admin.password(), List.of()),
        "CREATE TABLE clients (id int PRIMARY KEY)",
        "CREATE TABLE orders (id int PRIMARY KEY, client_id int NOT NULL REFERENCES clients)",
        "INSERT INTO clients VALUES (1), (2)",
        "INSERT INTO orders VALUES (11, 1), (12, 2)",
        "CREATE TABLE countries (id int PRIMARY KEY)",
        "INSERT INTO countries VALUES (4711)",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO dba");
    return new SocketServer(Product.POSTGRESQL, folder, "PostgreSQL", running);
  }

  private static void stop(PostgresPrograms programs, Path data) {
    try {
      Programs.run(
          programs.command("pg_ctl", List.of("-D", "" + data, "-m", "immediate", "-W", "stop")),
          5,
          Progress.SILENT);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A MySQL or MariaDB. */
  public static SocketServer of(MySqlProgram program, String... settings) throws IOException {
    Path template = new MySqlTemplate(program, Progress.SILENT).prepare();
    Path folder = ThrowawayFolder.create();
    ThrowawayFolder.copy(template, folder.resolve("data"));
    boolean mariaDb = program.product() == Product.MARIADB;
    Files.writeString(folder.resolve("init.sql"), accounts(mariaDb));
    List<String> command = new ArrayList<>(MySqlTemplate.command(program, folder.resolve("data")));
    command.addAll(
        List.of(
            "--skip-networking",
            "--socket=" + folder.resolve("mysqld.sock"),
            "--pid-file=" + folder.resolve("pid"),
            "--init-file=" + folder.resolve("init.sql"),
            "--skip-log-bin",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-buffer-pool-size=64M"));
    command.addAll(
        mariaDb
            ? List.of("--innodb-log-file-size=8M", "--skip-log-error", "--skip-ssl")
            : List.of(
                "--mysqlx=OFF",
                "--innodb-redo-log-capacity=67108864",
                "--plugin-dir=" + plugins(program),
                "--plugin-load-add=auth_socket.so"));
    command.addAll(List.of(settings));
    JdbcSource admin =
        new JdbcSource(
            url(program.product(), folder, ""), Optional.of(LOGIN), Secret.NONE, List.of());
    RunningServer running =
        RunningServer.start(
            command,
            folder,
            Process::destroyForcibly,
            () -> OverSocket.answers(admin),
            Progress.SILENT);
    return new SocketServer(
        program.product(), folder, program.product().title() + " " + program.version(), running);
  }

  /** The folder of the plugins, wherever the program was unpacked. */
  private static Path plugins(MySqlProgram program) throws IOException {
    for (Path up = program.path().toRealPath(); up != null; up = up.getParent()) {
      for (String place : List.of("lib/mysql/plugin", "lib/plugin", "root/usr/lib/mysql/plugin")) {
        if (Files.isDirectory(up.resolve(place))) {
          return up.resolve(place);
        }
      }
    }
    throw new IOException("no plugins beside " + program.path());
  }

  private static String accounts(boolean mariaDb) {
    String plugin = mariaDb ? "VIA unix_socket" : "WITH auth_socket";
    return String.join(
        ";\n",
        "CREATE DATABASE shop",
        "CREATE TABLE shop.clients (id int PRIMARY KEY)",
        "CREATE TABLE shop.orders (id int PRIMARY KEY, client_id int NOT NULL,"
            + " FOREIGN KEY (client_id) REFERENCES shop.clients (id))",
        "INSERT INTO shop.clients VALUES (1), (2)",
        "INSERT INTO shop.orders VALUES (11, 1), (12, 2)",
        "CREATE TABLE shop.countries (id int PRIMARY KEY)",
        "INSERT INTO shop.countries VALUES (4711)",
        "DROP USER IF EXISTS '" + LOGIN + "'@'localhost'",
        "CREATE USER '" + LOGIN + "'@'localhost' IDENTIFIED " + plugin,
        "GRANT ALL PRIVILEGES ON *.* TO '" + LOGIN + "'@'localhost'",
        "CREATE USER 'another'@'localhost' IDENTIFIED " + plugin,
        "CREATE USER 'dba'@'localhost' IDENTIFIED BY '" + PASSWORD + "'",
        "GRANT ALL PRIVILEGES ON *.* TO 'dba'@'localhost'",
        "");
  }

  private static String url(Product product, Path folder, String database) {
    return switch (product) {
      case POSTGRESQL -> "jdbc:postgresql:///" + database + "?host=" + folder + "&port=5499";
      case MYSQL -> "jdbc:mysql:///" + database + "?localSocket=" + folder + "/mysqld.sock";
      case MARIADB -> "jdbc:mariadb:///" + database + "?localSocket=" + folder + "/mysqld.sock";
    };
  }

  /** The database for the user who needs no password. */
  public JdbcSource byLogin() {
    Optional<String> user =
        product == Product.POSTGRESQL ? Optional.of("peered") : Optional.empty();
    return new JdbcSource(url(product, folder, "shop"), user, Secret.NONE, List.of());
  }

  /** The database for a user with a password. */
  public JdbcSource byPassword() {
    return new JdbcSource(
        url(product, folder, "shop"), Optional.of("dba"), Secret.of(PASSWORD), List.of());
  }

  /** Ends the server; no AutoCloseable, which a parameterized test would close after use. */
  public void close() {
    running.close();
  }

  @Override
  public String toString() {
    return title;
  }
}
