package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.cli.ShardwrightCommand;
import dev.shardwright.introspect.server.MySqlProgram;
import dev.shardwright.introspect.server.SocketServer;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.testing.Cancelling;
import dev.shardwright.testing.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that listen on their Unix socket and on no port. */
class SocketTest {
  private static final List<SocketServer> SERVERS = new ArrayList<>();

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    SERVERS.add(SocketServer.postgres());
    Stream.concat(TestServers.mySqlPrograms(), installedMariaDb())
        .forEach(program -> {
          try {
            SERVERS.add(SocketServer.of(program));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Stream<MySqlProgram> installedMariaDb() {
    return MySqlProgram.installed(System.getenv(), Progress.SILENT).stream()
        .filter(program -> program.product() == Product.MARIADB);
  }

  @AfterAll
  static void stop() {
    SERVERS.forEach(SocketServer::close);
    SERVERS.clear();
  }

  static Stream<SocketServer> servers() {
    return SERVERS.stream();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aServerWithoutAPortIsReadOverItsSocket(SocketServer server) {
    try (OpenSource open = Sources.open(server.byPassword(), Progress.SILENT)) {
      assertThat(open.schema().origin().product()).isEqualTo(server.product());
      assertThat(open.schema().origin().described()).isEqualTo(server.byPassword().url());
      assertThat(open.session().orElseThrow().count()).isGreaterThan(5);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void rowsAreExportedOverTheSocketToo(SocketServer server) throws Exception {
    Path password =
        Files.writeString(folder.resolve("password"), server.byPassword().password().reveal());
    Path out = folder.resolve("out");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status =
        ShardwrightCommand.run(
            new String[] {
              "export",
              server.byPassword().url(),
              "--user",
              "dba",
              "--password-file",
              "" + password,
              "--root",
              "clients",
              "--data",
              "insert",
              "--to",
              "" + out,
              "--force"
            },
            stream,
            stream);
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(Files.readString(out.resolve("neutral_data.sql"))).contains("4711");
  }

  @Test
  void aPasswordThatMySqlWantsEncryptedWhereItEncryptsNothingHasAWayOut() throws Exception {
    SocketServer server = SocketServer.of(TestServers.mySqlProgram(), "--tls-version=");
    try {
      assertThatThrownBy(() -> ConnectionTest.of(server.byPassword(), Progress.SILENT))
          .isInstanceOf(UserError.DatabaseRefused.class)
          .hasMessageContaining("log in once by its own client");
      assertThat(ConnectionTest.of(server.byLogin(), Progress.SILENT).encryption()).isEmpty();
    } finally {
      server.close();
    }
  }

  @Test
  void thePasswordFileIsAskedForTheFolderOfTheSocket() throws Exception {
    SocketServer server = SERVERS.getFirst();
    JdbcSource known = server.byPassword();
    Path file =
        Files.writeString(
            folder.resolve("pgpass"),
            server.folder() + ":5499:shop:dba:" + known.password().reveal() + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    System.setProperty("org.postgresql.pgpassfile", file.toString());
    try {
      JdbcSource asked = new JdbcSource(known.url(), known.user(), Secret.NONE, List.of());
      assertThat(ConnectionTest.of(asked, Progress.SILENT).user()).isEqualTo("dba");
    } finally {
      System.clearProperty("org.postgresql.pgpassfile");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whoeverTheServerKnowsByHisLoginNeedsNoPassword(SocketServer server) {
    ConnectionTest test = ConnectionTest.of(server.byLogin(), Progress.SILENT);
    String login = System.getProperty("user.name");
    assertThat(test.user())
        .startsWith(server.product() == Product.POSTGRESQL ? "peered" : login + "@localhost");
    assertThat(test.local()).isTrue();
    assertThat(test.statements()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whomTheServerDoesNotKnowByHisLoginIsToldTheTwoWays(SocketServer server) {
    JdbcSource by = server.byLogin();
    JdbcSource other = new JdbcSource(by.url(), Optional.of("another"), Secret.NONE, List.of());
    assertThatThrownBy(() -> ConnectionTest.of(other, Progress.SILENT))
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageContaining("refused another to the login " + System.getProperty("user.name"))
        .hasMessageContaining("or one who has a password");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aMissingPasswordIsSaid(SocketServer server) {
    JdbcSource by = server.byPassword();
    JdbcSource without = new JdbcSource(by.url(), by.user(), Secret.NONE, List.of());
    assertThatThrownBy(() -> ConnectionTest.of(without, Progress.SILENT))
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageContaining("password")
        .hasMessageContaining("dba");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aWrongPasswordIsSaid(SocketServer server) {
    JdbcSource right = server.byPassword();
    JdbcSource wrong =
        new JdbcSource(right.url(), right.user(), Secret.of("no-such-secret"), List.of());
    assertThatThrownBy(() -> Session.open(wrong, Progress.SILENT))
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageContaining(server.folder().toString())
        .hasMessageContaining("check name and password")
        .hasMessageNotContaining("no-such-secret");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theServerRefusesToWrite(SocketServer server) throws Exception {
    try (Session session = Session.open(server.byPassword(), Progress.SILENT)) {
      Connection raw = session.bareForEnding();
      assertThatThrownBy(() -> raw.createStatement().execute("CREATE TABLE t (id int)"))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?is).*read.only.*");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void cancellingReachesTheServerBySocketToo(SocketServer server) {
    try (Session session = Session.open(server.byPassword(), Progress.SILENT)) {
      String sleep =
          server.product() == Product.POSTGRESQL ? "SELECT pg_sleep(30)" : "SELECT sleep(30)";
      Cancelling user = new Cancelling();
      CompletableFuture<?> work =
          CompletableFuture.supplyAsync(
              () -> session.during(user, () -> session.query(sleep, row -> row.at(1))));
      Awaitility.await().until(() -> session.statements().getLast().sql().equals(sleep));
      long start = System.nanoTime();
      user.cancel();
      assertThatThrownBy(work::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(Progress.Cancelled.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      // The server ended the statement, so the connection lives: it was not cut.
      assertThat(session.query("SELECT 1", row -> row.at(1))).containsExactly(Optional.of("1"));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aStatementThatTakesTooLongIsEnded(SocketServer server) {
    try (Session session = Session.open(server.byPassword(), Progress.SILENT)) {
      session.limitSeconds(1);
      String slow =
          switch (server.product()) {
            case POSTGRESQL -> "SELECT pg_sleep(30)";
            case MARIADB -> "SELECT sleep(30)";
            // its sleep() does not fail when it is cut short, so it has to count
            case MYSQL ->
                "SELECT count(*) FROM information_schema.COLUMNS a, information_schema.COLUMNS b,"
                    + " information_schema.COLUMNS c";
          };
      assertThatThrownBy(() -> session.query(slow, row -> row.at(1)))
          .isInstanceOf(UserError.DatabaseRefused.class)
          .hasMessageContaining("longer than its time limit");
    }
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void aSocketThatIsNotThereSaysWhoKnowsWhereItIs(Product product) {
    refused(product, folder, "There is no socket " + folder)
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageContaining("tell");
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void aFileThatIsNoSocketIsSaidToBeNone(Product product) throws Exception {
    Files.writeString(folder.resolve(name(product)), "text");
    refused(product, folder, name(product) + " is no socket.");
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void aPathTooLongForTheSystemIsSaid(Product product) throws Exception {
    Path deep = Files.createDirectory(folder.resolve("d".repeat(100)));
    refused(product, deep, "name it by a symbolic link to its folder");
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void aSocketThatAStoppedServerLeftIsSaidToBeDeserted(Product product) throws Exception {
    listen(folder.resolve(name(product))).close();
    refused(product, folder, "Nobody listens on the socket " + folder)
        .isInstanceOf(UserError.DatabaseRefused.class);
  }

  @Test
  void theSocketItselfInPlaceOfItsFolderIsPutRight() throws Exception {
    Path file = folder.resolve(".s.PGSQL.5432");
    try (ServerSocketChannel nobody = listen(file)) {
      assertThat(nobody.isOpen()).isTrue();
      refused(Product.POSTGRESQL, file, "name its folder " + folder);
    }
  }

  @Test
  void aServerThatNeverAnswersIsGivenUpAndSoIsOneThatTakesNobody() throws Exception {
    Path busy = Files.createDirectory(folder.resolve("busy"));
    try (ServerSocketChannel postgres = listen(folder.resolve(name(Product.POSTGRESQL)));
        ServerSocketChannel family = listen(folder.resolve(name(Product.MYSQL)));
        ServerSocketChannel full = listen(busy.resolve(name(Product.MARIADB)))) {
      assertThat(postgres.isOpen() && family.isOpen() && full.isOpen()).isTrue();
      List<SocketChannel> waiting = fill(busy.resolve(name(Product.MARIADB)));
      List<CompletableFuture<Void>> all =
          Stream.of(Product.values())
              .map(p ->
                  CompletableFuture.runAsync(() ->
                      refused(p, p == Product.MARIADB ? busy : folder, "did not answer in time")))
              .toList();
      Awaitility.await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(() -> assertThat(all).allMatch(CompletableFuture::isDone));
      all.forEach(CompletableFuture::join);
      for (SocketChannel one : waiting) {
        one.close();
      }
    }
  }

  /** Connects until the system lets nobody wait in the queue any more. */
  private static List<SocketChannel> fill(Path socket) throws IOException {
    List<SocketChannel> waiting = new ArrayList<>();
    boolean room = true;
    while (room) {
      SocketChannel one = SocketChannel.open(StandardProtocolFamily.UNIX);
      one.configureBlocking(false);
      waiting.add(one);
      try {
        room = one.connect(UnixDomainSocketAddress.of(socket));
      } catch (SocketException e) {
        room = false;
      }
    }
    return waiting;
  }

  @Test
  void aSocketThatIsClosedToTheUserSaysWhatItTakes() throws Exception {
    Path file = folder.resolve(name(Product.MYSQL));
    try (ServerSocketChannel other = listen(file)) {
      assertThat(other.isOpen()).isTrue();
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      if (System.getProperty("user.name").equals("root")) { // to whom nothing is closed
        assertThat(SocketProbe.asNobody(folder, file))
            .contains("The user nobody may not open the socket " + file)
            .contains("takes the right to write to it");
      } else {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        refused(Product.MYSQL, folder, "may not open the socket " + file);
      }
    }
  }

  private static String name(Product product) {
    return product == Product.POSTGRESQL ? ".s.PGSQL.5432" : "mysqld.sock";
  }

  private static ServerSocketChannel listen(Path file) throws IOException {
    return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(file));
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
      Product product, Path folder, String sentence) {
    String host =
        product == Product.POSTGRESQL
            ? folder.toString()
            : folder.resolve(name(product)).toString();
    String url = new Address(product, host, "", "shop", "").url();
    JdbcSource source = new JdbcSource(url, Optional.of("dba"), Secret.of("x"), List.of());
    return assertThatThrownBy(() -> Session.open(source, Progress.SILENT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }
}
