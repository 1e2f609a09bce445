package dev.shardwright.introspect.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Throwaway servers keep foreign code in, and leave nothing behind. */
class ThrowawayServerTest {
  private static final Path SOMEWHERE = Path.of("mysqld");

  @Test
  void postgresLeavesNothingBehindWhenItIsClosed() throws Exception {
    List<Path> before = folders();
    try (PostgresServer server = PostgresServer.start(Progress.SILENT)) {
      assertThat(folders()).hasSize(before.size() + 1);
      server.createDatabase("work");
    }
    assertThat(folders()).isEqualTo(before);
  }

  @Test
  void postgresLetsTheOwnerOfADumpDoNothingOutsideItsDatabase() throws Exception {
    try (PostgresServer server = PostgresServer.start(Progress.SILENT)) {
      server.createDatabase("other");
      JdbcSource source = server.createDatabase("work");
      for (String foul :
          List.of(
              "CREATE ROLE friend",
              "COPY (SELECT 1) TO PROGRAM 'true'",
              "COPY (SELECT 1) TO '/tmp/shardwright-was-here'",
              "SELECT pg_read_file('PG_VERSION')",
              "CREATE DATABASE more",
              "ALTER SYSTEM SET log_statement = 'all'")) {
        assertThatThrownBy(() -> run(source, foul))
            .describedAs(foul)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(() -> run(at(source, "/work", "/other"), "SELECT 1"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void postgresAsksForAPassword() throws Exception {
    try (PostgresServer server = PostgresServer.start(Progress.SILENT)) {
      JdbcSource source = server.createDatabase("work");
      assertThatThrownBy(
              () -> DriverManager.getConnection(source.url(), "shardwright_admin", "guess").close())
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void postgresRunsAsAnotherUserWhereNamespacesAreBlocked() throws Exception {
    Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "runs as root only");
    Optional<Unprivileged> nobody = Unprivileged.asUser("nobody", Progress.SILENT);
    Assumptions.assumeTrue(nobody.isPresent(), "no runuser here");
    try (PostgresServer server =
        PostgresServer.start(
            PostgresServer.BUNDLED_VERSION,
            PostgresPrograms::bundled,
            nobody.orElseThrow(),
            List.of(),
            Progress.SILENT)) {
      run(server.createDatabase("work"), "CREATE TABLE t (id int)");
    }
  }

  @Test
  void mySqlFamilyLeavesNothingBehindAndKeepsTheDumpOutOfItsOwnTables() throws Exception {
    List<MySqlProgram> programs = MySqlProgram.installed(System.getenv(), Progress.SILENT);
    Assumptions.assumeFalse(programs.isEmpty(), "no MySQL or MariaDB on this machine");
    List<Path> before = folders();
    for (MySqlProgram program : programs) {
      try (MySqlServer server = MySqlServer.start(program, Progress.SILENT)) {
        JdbcSource source = server.loader(List.of());
        run(source, "CREATE DATABASE `work`");
        for (String foul :
            List.of(
                "DELETE FROM mysql.db",
                "CREATE USER friend",
                "SET GLOBAL max_connections = 7",
                "SELECT 1 INTO OUTFILE '/tmp/shardwright-was-here'")) {
          assertThatThrownBy(() -> run(source, foul))
              .describedAs(foul)
              .isInstanceOf(SQLException.class)
              .hasMessageMatching("(?is).*(denied|running with the --secure-file-priv).*");
        }
      }
    }
    assertThat(folders()).isEqualTo(before);
  }

  @Test
  void aServerIsWhatItsVersionSaysNotWhatItsNameSays() {
    assertThat(
            MySqlProgram.read(
                SOMEWHERE, "mysqld  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64"))
        .contains(new MySqlProgram(SOMEWHERE, Product.MARIADB, "10.11.19-MariaDB-0+deb12u1"));
    assertThat(MySqlProgram.read(SOMEWHERE, "mysqld  Ver 9.7.4 for Linux on x86_64 (GPL)"))
        .contains(new MySqlProgram(SOMEWHERE, Product.MYSQL, "9.7.4"));
    assertThat(MySqlProgram.read(SOMEWHERE, "GNU bash, version 5.2.15(1)-release")).isEmpty();
  }

  @Test
  void aProgramThatIsNoServerIsNamed() {
    assertThatThrownBy(() -> MySqlProgram.named(Path.of("pom.xml"), Progress.SILENT))
        .hasMessageContaining("pom.xml")
        .hasMessageContaining("--version");
  }

  private static void run(JdbcSource source, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                source.url(), source.user().orElseThrow(), source.password().reveal());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static JdbcSource at(JdbcSource source, String from, String to) {
    return new JdbcSource(
        source.url().replace(from, to), source.user(), source.password(), source.schemas());
  }

  private static List<Path> folders() throws IOException {
    String prefix = "shardwright-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
          .sorted()
          .toList();
    }
  }
}
