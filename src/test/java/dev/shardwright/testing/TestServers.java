package dev.shardwright.testing;

import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.server.MySqlProgram;
import dev.shardwright.introspect.server.MySqlServer;
import dev.shardwright.introspect.server.PostgresServer;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.TestAbortedException;

/**
 * The servers that tests run against, each started when first asked for: PostgreSQL 18 and MariaDB
 * 11.4 come with the build; PostgreSQL 14, another MariaDB and MySQL are used where they are found.
 */
public final class TestServers {
  private TestServers() {}

  public static TestServer postgres() {
    return Postgres18.SERVER;
  }

  /** Another PostgreSQL 18, with settings of its configuration file. */
  public static TestServer postgres(List<String> settings) {
    return new Postgres(
        PostgresServer.BUNDLED_VERSION, PostgresServer.start(settings, Progress.SILENT));
  }

  private static final String NO_MYSQL =
      "no MySQL on this machine: set SHARDWRIGHT_MYSQLD to its server program";

  /** The same of PostgreSQL 14, if the build brought its programs. */
  public static Optional<TestServer> postgres14(List<String> settings) {
    return PackedEngines.postgres14()
        .map(archive ->
            new Postgres(
                "14.22", PostgresServer.start("14.22", archive, settings, Progress.SILENT)));
  }

  /** PostgreSQL 14, or the test is skipped with a line that says so. */
  public static TestServer postgres14() {
    return orSkip(
        Postgres14.SERVER, "no PostgreSQL 14: the build did not bring its packed programs");
  }

  /** MariaDB 11.4. */
  public static TestServer mariaDb() {
    return MariaDb11.SERVER;
  }

  /** The program of MariaDB 11.4, for tests that start a server of their own. */
  public static Path mariaDbProgram() {
    return PackedEngines.mariaDb11();
  }

  /** The MariaDB of this machine, or the test is skipped with a line that says so. */
  public static TestServer installedMariaDb() {
    return orSkip(
        InstalledMariaDb.SERVER,
        "no MariaDB on this machine: set SHARDWRIGHT_MARIADBD to its server program");
  }

  /** The MySQL of this machine, or the test is skipped with a line that says so. */
  public static TestServer mySql() {
    return orSkip(MySql.SERVER, NO_MYSQL);
  }

  /** The program of that MySQL, for tests that start a server of their own. */
  public static MySqlProgram mySqlProgram() {
    Optional<MySqlProgram> program = program(Product.MYSQL);
    Assumptions.assumeTrue(program.isPresent(), NO_MYSQL);
    return program.orElseThrow();
  }

  /** One server of each product that is there; for method sources. */
  public static Stream<TestServer> all() {
    return Stream.concat(Stream.of(postgres()), mySqlFamily());
  }

  /** MariaDB, and MySQL where it is found; for method sources. */
  public static Stream<TestServer> mySqlFamily() {
    return Stream.concat(Stream.of(mariaDb()), MySql.SERVER.stream());
  }

  /** Every server of every version that is there; for method sources of few, telling tests. */
  public static Stream<TestServer> everyVersion() {
    List<TestServer> servers = new ArrayList<>(all().toList());
    Postgres14.SERVER.ifPresent(servers::add);
    InstalledMariaDb.SERVER.ifPresent(servers::add);
    return servers.stream();
  }

  private static TestServer orSkip(Optional<TestServer> server, String why) {
    Assumptions.assumeTrue(server.isPresent(), why);
    return server.orElseThrow();
  }

  /** The server programs of MySQL and MariaDB, for tests that need settings of their own. */
  public static Stream<MySqlProgram> mySqlPrograms() {
    return Stream.of(
        MySqlProgram.named(PackedEngines.mariaDb11(), Progress.SILENT),
        program(Product.MYSQL).orElseThrow(() -> new TestAbortedException(NO_MYSQL)));
  }

  private static Optional<MySqlProgram> program(Product product) {
    return MySqlProgram.installed(System.getenv(), Progress.SILENT).stream()
        .filter(program -> program.product() == product)
        .findFirst();
  }

  private static Optional<TestServer> installed(Product product) {
    return program(product)
        .map(program -> new MySqlFamily(MySqlServer.start(program, Progress.SILENT)));
  }

  private static final class Postgres18 {
    static final TestServer SERVER = postgres(List.of());
  }

  private static final class Postgres14 {
    static final Optional<TestServer> SERVER = postgres14(List.of());
  }

  private static final class MariaDb11 {
    static final TestServer SERVER =
        new MySqlFamily(
            MySqlServer.start(
                MySqlProgram.named(PackedEngines.mariaDb11(), Progress.SILENT), Progress.SILENT));
  }

  private static final class InstalledMariaDb {
    static final Optional<TestServer> SERVER = installed(Product.MARIADB);
  }

  private static final class MySql {
    static final Optional<TestServer> SERVER = installed(Product.MYSQL);
  }

  private record Postgres(String version, PostgresServer server, AtomicInteger count)
      implements TestServer {
    Postgres(String version, PostgresServer server) {
      this(version, server, new AtomicInteger());
    }

    @Override
    public Product product() {
      return Product.POSTGRESQL;
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
      // One length, so that texts that name it break their lines alike.
      String name = "test%04d".formatted(count.incrementAndGet());
      return new TestDatabase(name, server.createDatabase(name), () -> server.admin(name));
    }

    @Override
    public String toString() {
      return "PostgreSQL " + version;
    }
  }

  private record MySqlFamily(MySqlServer server, AtomicInteger count) implements TestServer {
    MySqlFamily(MySqlServer server) {
      this(server, new AtomicInteger());
    }

    @Override
    public Product product() {
      return server.program().product();
    }

    @Override
    public String version() {
      return server.program().version();
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
      String name = "test%04d".formatted(count.incrementAndGet());
      try (Connection admin = server.admin();
          Statement statement = admin.createStatement()) {
        statement.execute("CREATE DATABASE `" + name + "`");
      }
      JdbcSource source = server.loader(List.of(name));
      return new TestDatabase(name, source, () -> admin(name));
    }

    private Connection admin(String database) throws SQLException {
      Connection connection = server.admin();
      connection.setCatalog(database);
      return connection;
    }

    @Override
    public String toString() {
      return product().title() + " " + version();
    }
  }
}
