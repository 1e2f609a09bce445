package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.classify.Decisions;
import dev.shardwright.introspect.ProbeRunner.Level;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Ledger;
import dev.shardwright.risk.Severity;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions that go wrong after the schema was read keep their reason. */
class ProbeRunnerTest {

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aTableThatIsGoneSaysSoAndTheOthersAreCounted(TestServer server) throws SQLException {
    TestDatabase database = rentals(server);
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Plan plan = plan(session);
      database.with("DROP TABLE notes");
      Plan asked = asked(session, plan, Level.FULL, 30);
      assertThat(asked.books().counted()).doesNotContainKey(named(plan, "notes"));
      assertThat(asked.books().counted())
          .containsEntry(named(plan, "clients"), new Ledger(2, 0, 0))
          .containsEntry(named(plan, "rentals"), new Ledger(2, 1, 0));
      assertThat(reasons(asked)).singleElement().asString().contains("read the schema again");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void anIdThatIsTheLastOfItsTypeIsFoundToBe(TestServer server) throws SQLException {
    TestDatabase database = server.newDatabase();
    String id = server.product().isMySqlFamily() ? "int AUTO_INCREMENT" : "serial";
    database.with(
        "CREATE TABLE clients (id " + id + " PRIMARY KEY)",
        "INSERT INTO clients (id) VALUES (2147483647)");
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Plan asked = asked(session, plan(session), Level.FULL, 30);
      assertThat(asked.findings())
          .filteredOn(f -> f.check() == CheckCode.KEY_OVERFLOW)
          .singleElement()
          .extracting(Finding::severity)
          .isEqualTo(Severity.BLOCKER);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aQuestionThatTakesTooLongIsEndedAndSaysSo(TestServer server) throws SQLException {
    TestDatabase database = rentals(server);
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Plan plan = plan(session);
      becomesSlow(database, server.product());
      Plan asked = asked(session, plan, Level.FULL, 1);
      assertThat(reasons(asked)).singleElement().asString().contains("longer than 1 s");
      assertThat(asked.books().counted())
          .containsEntry(named(plan, "rentals"), new Ledger(2, 1, 0));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void cancellingReachesTheRunningQuestion(TestServer server) throws SQLException {
    TestDatabase database = rentals(server);
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Plan plan = plan(session);
      becomesSlow(database, server.product());
      Cancelling progress = new Cancelling("notes");
      Instant start = Instant.now();
      assertThatThrownBy(() -> ProbeRunner.run(session, plan, Level.FULL, 60, progress))
          .isInstanceOf(Progress.Cancelled.class);
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void whatLooksExpensiveIsNotAskedWhenOnlyCheapQuestionsAreWanted() throws SQLException {
    TestDatabase database = rentals(TestServers.postgres());
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Plan plan = plan(session);
      database.with(
          "DROP TABLE notes",
          "CREATE VIEW notes AS SELECT g AS id, CAST(g AS int) AS rental_id"
              + " FROM generate_series(1, 2000000000) g");
      Plan asked = asked(session, plan, Level.CHEAP, 30);
      assertThat(reasons(asked))
          .isNotEmpty()
          .allSatisfy(why -> assertThat(why).contains("ask for the full evidence"));
      assertThat(asked.books().counted()).hasSize(2);
    }
  }

  @Test
  void aMissingRightNamesTheGrant() throws SQLException {
    TestDatabase database = rentals(TestServers.postgres());
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Plan plan = plan(session);
      database.with("REVOKE SELECT ON notes FROM " + database.source().user().orElseThrow());
      assertThat(reasons(asked(session, plan, Level.FULL, 30)))
          .singleElement()
          .asString()
          .contains("GRANT SELECT ON notes TO");
    }
  }

  @Test
  void nothingIsAskedUnlessWanted() throws SQLException {
    TestDatabase database = rentals(TestServers.postgres());
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Plan plan = plan(session);
      int before = session.count();
      assertThat(ProbeRunner.run(session, plan, Level.NONE, 30, Progress.SILENT).answers())
          .isEmpty();
      assertThat(session.count()).isEqualTo(before);
    }
  }

  private static TestDatabase rentals(TestServer server) throws SQLException {
    return server
        .newDatabase()
        .with(
            "CREATE TABLE clients (id int NOT NULL PRIMARY KEY)",
            "CREATE TABLE rentals (id int NOT NULL PRIMARY KEY, client_id int,"
                + " FOREIGN KEY (client_id) REFERENCES clients (id))",
            "CREATE TABLE notes (id int NOT NULL PRIMARY KEY, rental_id int,"
                + " FOREIGN KEY (rental_id) REFERENCES rentals (id))",
            "INSERT INTO clients VALUES (1), (2)",
            "INSERT INTO rentals VALUES (1, 1), (2, 2), (3, NULL)",
            "INSERT INTO notes VALUES (1, 1), (2, 3), (3, NULL)");
  }

  private static void becomesSlow(TestDatabase database, Product product) throws SQLException {
    String sleep = product == Product.POSTGRESQL ? "pg_sleep(20)" : "SLEEP(20)";
    database.with(
        "DROP TABLE notes",
        "CREATE VIEW notes AS SELECT id, client_id AS rental_id FROM rentals WHERE "
            + (product == Product.POSTGRESQL ? sleep + " IS NOT NULL" : sleep + " = 0"));
  }

  private static Plan plan(Session session) {
    Schema schema = Introspector.read(session, List.of(), "test", Progress.SILENT);
    TableName clients =
        schema.tables().stream()
            .map(t -> t.name())
            .filter(t -> t.name().equals("clients"))
            .findFirst()
            .orElseThrow();
    return Plan.of(schema, Decisions.root(clients), Evidence.NONE);
  }

  /** Only the ledger's questions: how many other checks there are is not this test's matter. */
  private static Plan asked(Session session, Plan plan, Level level, int seconds) {
    Evidence evidence = ProbeRunner.run(session, plan, level, seconds, Progress.SILENT);
    return Plan.of(plan.schema(), plan.decisions(), evidence);
  }

  private static List<String> reasons(Plan asked) {
    return asked.evidence().answers().values().stream()
        .flatMap(a -> a.whyNot().stream())
        .distinct()
        .toList();
  }

  private static TableName named(Plan plan, String name) {
    return new TableName(plan.root().orElseThrow().schema(), name);
  }

  /** A user who cancels shortly after a step that names something. */
  private static final class Cancelling implements Progress {
    private final String word;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final List<Runnable> stops = new CopyOnWriteArrayList<>();

    Cancelling(String word) {
      this.word = word;
    }

    @Override
    public void step(String what, double fraction) {
      if (what.contains(word)) {
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(Duration.ofMillis(300));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              cancelled.set(true);
              stops.forEach(Runnable::run);
            });
      }
    }

    @Override
    public boolean cancelled() {
      return cancelled.get();
    }

    @Override
    public AutoCloseable onCancel(Runnable stop) {
      stops.add(stop);
      return () -> stops.remove(stop);
    }
  }
}
