package dev.shardwright.introspect.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.introspect.ConnectionTest;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Tls;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.testing.Certificates;
import dev.shardwright.testing.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MySQL and MariaDB with a certificate: encrypted, proven, expired; and secrets without TLS. */
class MySqlTlsTest {
  @TempDir static Path folder;
  private static Certificates certificates;

  @BeforeAll
  static void certify() throws Exception {
    certificates = Certificates.in(folder);
  }

  static Stream<MySqlProgram> programs() {
    return TestServers.mySqlPrograms();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aGoodCertificateEncryptsAndProves(MySqlProgram program) throws Exception {
    try (MySqlServer server = serving(program, "new")) {
      assertThat(ConnectionTest.of(source(server, Tls.FULL), Progress.SILENT).encryption())
          .hasValueSatisfying(protocol -> assertThat(protocol).startsWith("TLSv1"));
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void anExpiredCertificateIsSaidToBeExpired(MySqlProgram program) throws Exception {
    try (MySqlServer server = serving(program, "old")) {
      assertThatThrownBy(() -> Session.open(source(server, Tls.FULL), Progress.SILENT))
          .isInstanceOf(UserError.DatabaseRefused.class)
          .hasMessageStartingWith("The certificate of jdbc:")
          .hasMessageContaining("has expired");
      JdbcSource unproven = source(server, Tls.ENCRYPTED);
      if (program.product() == Product.MARIADB) {
        assertThat(ConnectionTest.of(unproven, Progress.SILENT).encryption()).isPresent();
      } else { // its driver looks at the date even where nothing is to be proven
        assertThatThrownBy(() -> Session.open(unproven, Progress.SILENT))
            .hasMessageContaining("has expired");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aPasswordThatMayNotTravelInTheClearAsksForTls(MySqlProgram program) throws Exception {
    if (program.product() == Product.MARIADB) {
      return; // its passwords never travel: the server gets a proof of them
    }
    try (MySqlServer server = serving(program, "new")) {
      try (Connection admin = server.admin();
          Statement statement = admin.createStatement()) {
        statement.execute(
            "CREATE USER shy IDENTIFIED WITH caching_sha2_password BY 'never-in-the-clear'");
      }
      String url = server.loader(List.of()).url().replaceAll("\\?.*", "?sslMode=DISABLED");
      JdbcSource source =
          new JdbcSource(url, Optional.of("shy"), Secret.of("never-in-the-clear"), List.of());
      assertThatThrownBy(() -> Session.open(source, Progress.SILENT))
          .isInstanceOf(UserError.DatabaseRefused.class)
          .hasMessageContaining("wants an encrypted connection")
          .hasMessageNotContaining("never-in-the-clear");
    }
  }

  private static MySqlServer serving(MySqlProgram program, String alias) throws Exception {
    Path certificate = folder.resolve(alias + ".pem");
    Path key = folder.resolve(alias + ".key");
    Files.writeString(certificate, certificates.certificate(alias));
    Files.writeString(key, certificates.key(alias));
    return MySqlServer.start(
        program, List.of("--ssl-cert=" + certificate, "--ssl-key=" + key), Progress.SILENT);
  }

  private static JdbcSource source(MySqlServer server, Tls tls) throws Exception {
    JdbcSource plain = server.loader(List.of());
    Product product = server.program().product();
    Path trusted =
        product == Product.MYSQL ? certificates.authorityStore() : certificates.authority();
    String options = tls.options(product, Optional.of(trusted).filter(t -> tls == Tls.FULL));
    return new JdbcSource(
        plain.url().replaceAll("\\?.*", "") + "?" + options,
        plain.user(),
        plain.password(),
        List.of());
  }
}
