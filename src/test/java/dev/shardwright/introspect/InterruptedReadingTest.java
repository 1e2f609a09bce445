package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reading that is cancelled or loses its server ends at once, wherever it is. */
class InterruptedReadingTest {
  private static final String ALL = "dev.shardwright.testing.TestServers#all";

  @ParameterizedTest
  @MethodSource(ALL)
  void progressMovesThroughTheCrawl(TestServer server) throws Exception {
    List<Double> fractions = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    try (Session session = Session.open(filled(server).source(), Progress.SILENT)) {
      Introspector.read(
          session,
          List.of(),
          "it",
          new Hooked(_ -> {}) {
            @Override
            public void step(String what, double fraction) {
              titles.add(what);
              fractions.add(fraction);
            }
          });
    }
    assertThat(titles).contains("reading tables", "reading columns", "reading indexes");
    assertThat(fractions).isSorted().hasSizeGreaterThan(8);
    assertThat(fractions.getLast()).isEqualTo(1.0);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void cancellingIsHeardInEveryPhase(TestServer server) throws Exception {
    try (Session session = Session.open(filled(server).source(), Progress.SILENT)) {
      Hooked counting = new Hooked(_ -> {});
      Introspector.read(session, List.of(), "it", counting);
      for (int phase = 1; phase < counting.steps; phase++) {
        Hooked user = new Hooked(_ -> {});
        user.cancelAt = phase;
        assertThatThrownBy(() -> Introspector.read(session, List.of(), "it", user))
            .as("phase %d", phase)
            .isInstanceOf(Progress.Cancelled.class);
        assertThat(user.steps).as("steps after cancelling in phase %d", phase).isEqualTo(phase);
      }
      assertThat(Introspector.read(session, List.of(), "it", Progress.SILENT).tables()).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aServerThatIsLostInMidCrawlIsOneSentence(TestServer server) throws Exception {
    TestDatabase database = filled(server);
    for (int phase : new int[] {3, 6, 9}) {
      try (Session session = Session.open(database.source(), Progress.SILENT)) {
        String id = session.query(who(server), row -> row.at(1)).getFirst().orElseThrow();
        Hooked killer =
            new Hooked(step -> {
              if (step == phase) {
                kill(database, server, id);
              }
            });
        assertThatThrownBy(() -> Introspector.read(session, List.of(), "it", killer))
            .isInstanceOf(UserError.DatabaseRefused.class)
            .hasMessageContaining("lost")
            .hasMessageNotContaining("\n");
      }
    }
  }

  private static TestDatabase filled(TestServer server) throws SQLException {
    return server
        .newDatabase()
        .with(
            "CREATE TABLE clients (id int PRIMARY KEY)",
            "CREATE TABLE orders (id int PRIMARY KEY, client_id int NOT NULL,"
                + " FOREIGN KEY (client_id) REFERENCES clients (id))",
            "CREATE VIEW open_orders AS SELECT id FROM orders");
  }

  private static String who(TestServer server) {
    return server.product() == Product.POSTGRESQL
        ? "SELECT pg_backend_pid()"
        : "SELECT connection_id()";
  }

  private static void kill(TestDatabase database, TestServer server, String id) {
    String kill =
        server.product() == Product.POSTGRESQL
            ? "SELECT pg_terminate_backend(" + id + ")"
            : "KILL " + id;
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      statement.execute(kill);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does something at each step, and cancels at one. */
  private static class Hooked implements Progress {
    private final IntConsumer hook;
    private int cancelAt = Integer.MAX_VALUE;
    int steps;

    Hooked(IntConsumer hook) {
      this.hook = hook;
    }

    @Override
    public void step(String what, double fraction) {
      hook.accept(++steps);
    }

    @Override
    public boolean cancelled() {
      return steps >= cancelAt;
    }

    @Override
    public AutoCloseable onCancel(Runnable stop) {
      return () -> {};
    }
  }
}
