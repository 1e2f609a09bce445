package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The password file of PostgreSQL's clients, as psql takes it. */
class PasswordFileTest {
  private static final String PLACE = "org.postgresql.pgpassfile";
  private static final String PASSWORD = "a:b\\c";

  @TempDir private Path folder;
  private JdbcSource source = new JdbcSource("", Optional.empty(), Secret.NONE, List.of());

  @BeforeEach
  void aUserWhosePasswordHasColons() throws Exception {
    TestDatabase database = TestServers.postgres().newDatabase();
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      statement.execute(
          "ALTER ROLE \"" + database.source().user().orElseThrow() + "\" PASSWORD 'a:b\\c'");
    }
    source =
        new JdbcSource(database.source().url(), database.source().user(), Secret.NONE, List.of());
    System.setProperty(PLACE, folder.resolve("pgpass").toString());
  }

  @AfterEach
  void home() {
    System.clearProperty(PLACE);
  }

  @Test
  void colonsAndBackslashesAreEscapedAndStarsMatchAll() throws Exception {
    write("rw-------", "otherhost:*:*:*:wrong\n*:*:*:nobody:wrong\n*:*:*:*:a\\:b\\\\c\n");
    assertThat(ConnectionTest.of(source, Progress.SILENT).user()).isEqualTo(source.user().get());
    String port = source.url().replaceFirst(".*:(\\d+)/.*", "$1");
    String database = source.url().replaceFirst(".*/", "");
    write(
        "rw-------",
        String.join(":", "127.0.0.1", port, database, source.user().get(), "a\\:b\\\\c") + "\n");
    assertThat(ConnectionTest.of(source, Progress.SILENT).database()).isEqualTo(database);
  }

  @Test
  void aFileThatOthersMayReadIsNotUsedAndSaidSo() throws Exception {
    write("rw-r-----", "*:*:*:*:a\\:b\\\\c\n");
    assertThatThrownBy(() -> ConnectionTest.of(source, Progress.SILENT))
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageContaining("wants a password of the user " + source.user().get())
        .hasMessageContaining("chmod 600 " + folder.resolve("pgpass"))
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void withoutAnyPasswordItIsSaidThatOneIsWanted() {
    assertThatThrownBy(() -> ConnectionTest.of(source, Progress.SILENT))
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageContaining("wants a password of the user " + source.user().get());
  }

  private void write(String rights, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("pgpass"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }
}
