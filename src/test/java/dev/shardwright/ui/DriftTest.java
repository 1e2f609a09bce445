package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.TableName;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan file beside its database some weeks later, and beside another database. */
class DriftTest {
  private static final TableName CARS = table("cars");

  @TempDir private Path folder;
  private final PlannerModel model = new PlannerModel(Background.direct());

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void newTablesAreProposedAndDecisionsThatNoLongerFitWait() throws SQLException {
    TestDatabase database = rentals();
    Path file = planOf(database);
    database.with(
        "DROP TABLE cars CASCADE",
        "CREATE TABLE notes (id int PRIMARY KEY, client_id int NOT NULL REFERENCES clients)");
    model.openPlanFile(file);
    model.comparison().with(database.source());
    Drift drift = model.comparison().driftProperty().get().orElseThrow();
    assertThat(drift.newTables()).containsExactly(table("notes"));
    assertThat(drift.is().kind(table("notes"))).isEqualTo(Kind.CLIENT);
    assertThat(drift.is().pending()).singleElement().matches(p -> p.decision().equals(neutral()));
    assertThat(drift.difference().probablyAnother()).isFalse();
    assertThat(model.plan().orElseThrow().schema().table(CARS)).isPresent();

    model.adopt(drift);
    assertThat(model.plan().orElseThrow().schema().table(table("notes"))).isPresent();
    assertThat(model.plan().orElseThrow().decisions().all()).contains(neutral());
    assertThat(model.dirtyProperty().get()).isTrue();
    model.save();
    assertThat(model.dirtyProperty().get()).isFalse();

    database.with("CREATE TABLE cars (id int PRIMARY KEY)");
    model.comparison().with(database.source());
    assertThat(model.comparison().driftProperty().get().orElseThrow().is().pending()).isEmpty();
    model.comparison().drop();
    assertThat(model.comparison().driftProperty().get()).isEmpty();
  }

  @Test
  void anotherDatabaseIsNoticed() throws SQLException {
    Path file = planOf(rentals());
    TestDatabase other =
        TestServers.postgres().newDatabase().with("CREATE TABLE clients (id int PRIMARY KEY)");
    model.openPlanFile(file);
    model.comparison().with(other.source());
    assertThat(model.comparison().driftProperty().get().map(d -> d.difference().probablyAnother()))
        .contains(true);
  }

  private Path planOf(TestDatabase database) {
    Path file = folder.resolve("rentals.shardplan");
    PlannerModel first = new PlannerModel(Background.direct());
    first.open(database.source());
    first.chooseRoot(table("clients"));
    first.decide(neutral());
    first.saveAs(file);
    first.close();
    return file;
  }

  private static TestDatabase rentals() throws SQLException {
    return TestServers.postgres()
        .newDatabase()
        .with(
            "CREATE TABLE clients (id int PRIMARY KEY)",
            "CREATE TABLE cars (id int PRIMARY KEY)",
            "CREATE TABLE rentals (id int PRIMARY KEY, client_id int NOT NULL REFERENCES clients,"
                + " car_id int REFERENCES cars)");
  }

  private static Decision neutral() {
    return new Decision.KindOverride(
        CARS,
        Kind.NEUTRAL,
        new Decision.Note(Optional.of("bought elsewhere"), Optional.of("2026-11-26")));
  }

  private static TableName table(String name) {
    return new TableName("public", name);
  }
}
