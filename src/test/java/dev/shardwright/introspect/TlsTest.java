package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.introspect.server.PostgresServer;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.testing.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate: encrypted, proven, expired, of a stranger. */
class TlsTest {
  @TempDir static Path folder;
  private static Certificates certificates;
  private static Path authority;
  private static PostgresServer server;
  private static JdbcSource database;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.start(Progress.SILENT);
    database = server.createDatabase("guarded");
    certificates = Certificates.in(folder);
    authority = certificates.authority();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aGoodCertificateEncryptsAndProves() throws Exception {
    serve("new");
    ConnectionTest test = ConnectionTest.of(with(Tls.FULL, true), Progress.SILENT);
    assertThat(test.encryption().orElseThrow()).startsWith("TLSv1.3");
    assertThat(ConnectionTest.of(with(Tls.OFF, false), Progress.SILENT).encryption()).isEmpty();
  }

  @Test
  void anExpiredCertificateIsSaidToBeExpired() throws Exception {
    serve("old");
    refused(with(Tls.FULL, true), "has expired");
    assertThat(ConnectionTest.of(with(Tls.ENCRYPTED, false), Progress.SILENT).encryption())
        .isPresent();
  }

  @Test
  void aStrangersCertificateIsSaidToBeOne() throws Exception {
    serve("new");
    Path strangers = certificates.stranger();
    JdbcSource source = source(Tls.FULL.options(Product.POSTGRESQL, Optional.of(strangers)));
    refused(source, "signed by nobody who is trusted here");
  }

  private static void refused(JdbcSource source, String sentence) {
    assertThatThrownBy(() -> Session.open(source, Progress.SILENT))
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageStartingWith("The certificate of jdbc:postgresql://")
        .hasMessageContaining(sentence);
  }

  private static JdbcSource with(Tls tls, boolean trusting) {
    return source(
        tls.options(Product.POSTGRESQL, trusting ? Optional.of(authority) : Optional.empty()));
  }

  private static JdbcSource source(String options) {
    return new JdbcSource(
        database.url() + (database.url().contains("?") ? "&" : "?") + options,
        database.user(),
        database.password(),
        List.of());
  }

  /** Gives the server a certificate; new connections get it. */
  private static void serve(String alias) throws Exception {
    String before = loaded();
    try (Connection admin = server.admin("postgres");
        Statement statement = admin.createStatement()) {
      Path data;
      try (ResultSet answer = statement.executeQuery("SHOW data_directory")) {
        answer.next();
        data = Path.of(answer.getString(1));
      }
      put(data, "server.crt", certificates.certificate(alias));
      put(data, "server.key", certificates.key(alias));
      statement.execute("ALTER SYSTEM SET ssl = on");
      statement.execute("SELECT pg_reload_conf()");
    }
    Awaitility.await().until(() -> !loaded().equals(before));
  }

  /** When the server read its settings last: connections made from then on have them. */
  private static String loaded() throws SQLException {
    try (Connection admin = server.admin("postgres");
        Statement statement = admin.createStatement();
        ResultSet answer = statement.executeQuery("SELECT pg_conf_load_time()::text")) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static void put(Path data, String name, String text) throws IOException {
    Path file = data.resolve(name);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.setOwner(file, Files.getOwner(data));
  }
}
