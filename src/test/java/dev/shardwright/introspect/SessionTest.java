package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.testing.Cancelling;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session cannot write, hang or give a password away. */
class SessionTest {
  private static final String EVERY = "dev.shardwright.testing.TestServers#everyVersion";
  private static final String ALL = "dev.shardwright.testing.TestServers#all";

  @ParameterizedTest
  @MethodSource(EVERY)
  void theServerItselfRefusesToWrite(TestServer server) throws Exception {
    TestDatabase database = server.newDatabase();
    boolean postgres = server.product() == Product.POSTGRESQL;
    database.with(
        "CREATE TABLE t (id int PRIMARY KEY)",
        postgres
            ? "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS"
                + " 'INSERT INTO public.t VALUES (1) RETURNING id'"
            : "CREATE FUNCTION f() RETURNS int DETERMINISTIC"
                + " BEGIN INSERT INTO t VALUES (1); RETURN 1; END");
    String callsTheWriter = "SELECT " + (postgres ? "public" : database.name()) + ".f()";
    try (Session session = open(database)) {
      assertThatThrownBy(() -> session.tryQuery(callsTheWriter, row -> row.at(1)))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?is).*read.only.*");
      String count = "SELECT count(*) FROM " + (postgres ? "public" : database.name()) + ".t";
      assertThat(session.query(count, row -> row.at(1))).containsExactly(Optional.of("0"));
      assertThat(session.writes()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aWritingStatementDoesNotEvenReachTheServer(TestServer server) throws Exception {
    try (Session session = open(server.newDatabase())) {
      int before = session.count();
      for (String sql :
          List.of(
              "INSERT INTO t VALUES (1)",
              "SELECT 1; DROP TABLE t",
              "WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x",
              "/* SELECT */ TRUNCATE t",
              "SET GLOBAL read_only = 0",
              "SELECT 1 /*! INTO OUTFILE 'x' */")) {
        assertThatThrownBy(() -> session.query(sql, row -> row.at(1)))
            .as(sql)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("refused to run");
      }
      assertThat(session.count()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyStatementIsListedWithItsRows(TestServer server) throws Exception {
    try (Session session = open(server.newDatabase())) {
      session.query("SELECT 1 AS one UNION ALL SELECT 2", row -> row.number("one"));
      Ran last = session.statements().getLast();
      assertThat(last.sql()).isEqualTo("SELECT 1 AS one UNION ALL SELECT 2");
      assertThat(last.rows()).isEqualTo(2);
      assertThat(last.error()).isEmpty();
      assertThat(session.statements()).hasSize(session.count());
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aWrongPasswordIsSaidWithoutSayingThePassword(TestServer server) throws Exception {
    JdbcSource right = server.newDatabase().source();
    JdbcSource wrong =
        new JdbcSource(right.url(), right.user(), Secret.of("no-such-secret"), right.schemas());
    assertThatThrownBy(() -> Session.open(wrong, Progress.SILENT))
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageContaining("check name and password")
        .hasMessageContaining(right.user().orElseThrow())
        .hasMessageNotContaining("no-such-secret");
    assertThat(wrong.toString()).doesNotContain("no-such-secret");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aServerThatIsNotThereIsSaid(TestServer server) throws Exception {
    JdbcSource right = server.newDatabase().source();
    String url = right.url().replaceFirst(":\\d+/", ":1/");
    JdbcSource nobody = new JdbcSource(url, right.user(), right.password(), List.of());
    assertThatThrownBy(() -> Session.open(nobody, Progress.SILENT))
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageStartingWith("No server answers at");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void anUnknownSchemaIsSaidWithThoseThatAreThere(TestServer server) throws Exception {
    TestDatabase database = server.newDatabase();
    assertThatThrownBy(() -> Reading.of(database.source(), List.of("nowhere")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining(
            server.product() == Product.POSTGRESQL ? "there is public" : database.name());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void cancellingReachesTheRunningStatement(TestServer server) throws Exception {
    try (Session session = open(server.newDatabase())) {
      Cancelling user = new Cancelling();
      CompletableFuture<?> work =
          CompletableFuture.supplyAsync(
              () -> session.during(user, () -> session.query(sleep(server), row -> row.at(1))));
      Awaitility.await().until(() -> session.statements().getLast().sql().equals(sleep(server)));
      long start = System.nanoTime();
      user.cancel();
      assertThatThrownBy(work::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(Progress.Cancelled.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aConnectionThatDiesIsSaid(TestServer server) throws Exception {
    TestDatabase database = server.newDatabase();
    boolean postgres = server.product() == Product.POSTGRESQL;
    try (Session session = open(database)) {
      String who = postgres ? "SELECT pg_backend_pid()" : "SELECT connection_id()";
      String id = session.query(who, row -> row.at(1)).getFirst().orElseThrow();
      try (Connection admin = database.admin();
          Statement statement = admin.createStatement()) {
        statement.execute(postgres ? "SELECT pg_terminate_backend(" + id + ")" : "KILL " + id);
      }
      assertThatThrownBy(() -> Introspector.read(session, List.of(), "it", Progress.SILENT))
          .isInstanceOf(UserError.DatabaseRefused.class)
          .hasMessageContaining("lost");
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aStatementThatTakesTooLongIsEnded(TestServer server) throws Exception {
    TestDatabase database = server.newDatabase();
    try (Session session = open(database)) {
      session.limitSeconds(1);
      assertThatThrownBy(() -> session.query(slow(server), row -> row.at(1)))
          .isInstanceOf(UserError.DatabaseRefused.class)
          .hasMessageContaining("longer than its time limit");
    }
  }

  @ParameterizedTest
  @MethodSource(EVERY)
  void theServerKeepsTheTimeLimits(TestServer server) throws Exception {
    try (Session session = open(server.newDatabase())) {
      String sql =
          switch (server.product()) {
            case POSTGRESQL ->
                "SELECT current_setting('statement_timeout') || ' ' ||"
                    + " current_setting('lock_timeout')";
            case MYSQL -> "SELECT concat(@@max_execution_time, ' ', @@lock_wait_timeout)";
            case MARIADB -> "SELECT concat(@@max_statement_time, ' ', @@lock_wait_timeout)";
          };
      String expected =
          switch (server.product()) {
            case POSTGRESQL -> "1min 5s";
            case MYSQL -> "60000 5";
            case MARIADB -> "60.000000 5";
          };
      assertThat(session.query(sql, row -> row.at(1))).containsExactly(Optional.of(expected));
    }
  }

  private static Session open(TestDatabase database) {
    return Session.open(database.source(), Progress.SILENT);
  }

  private static String sleep(TestServer server) {
    return server.product() == Product.POSTGRESQL ? "SELECT pg_sleep(30)" : "SELECT sleep(30)";
  }

  /** MySQL's sleep() does not fail when it is cut short, so it has to count. */
  private static String slow(TestServer server) {
    return server.product() == Product.MYSQL
        ? "SELECT count(*) FROM information_schema.COLUMNS a, information_schema.COLUMNS b,"
            + " information_schema.COLUMNS c"
        : sleep(server);
  }
}
