package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.introspect.ProbeRunner.Level;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.Ledger;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the data is asked, and what becomes of the answers; on real servers, without a toolkit. */
class QuestionsTest {
  private static final TableName RENTALS = new TableName("public", "rentals");
  private final PlannerModel model = new PlannerModel(Background.direct());

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void aSampleIsAskedByItselfAndItsBooksAreShown() {
    model.open(Source.parse("sample:car-rental", SourceOptions.DEFAULT));
    assertThat(model.questions().openProperty().get()).isEmpty();
    assertThat(model.questions().booksProperty().get().counted().get(RENTALS))
        .isEqualTo(new Ledger(160, 0, 0));
    assertThat(model.questions().statementsProperty().get())
        .isGreaterThan(model.plan().orElseThrow().schema().origin().statementsRun());
  }

  @Test
  void aDecisionThatRaisesNewQuestionsHasThemAskedToo() {
    model.open(Source.parse("sample:car-rental", SourceOptions.DEFAULT));
    int before = model.plan().orElseThrow().evidence().answers().size();
    model.chooseRoot(new TableName("public", "cities"));
    assertThat(model.questions().openProperty().get()).isEmpty();
    assertThat(model.plan().orElseThrow().evidence().answers()).hasSizeGreaterThan(before);
  }

  @Test
  void aLiveServerIsAskedNothingUntilTheDbaSaysSo() throws SQLException {
    model.open(rentals().source());
    model.chooseRoot(new TableName("public", "clients"));
    assertThat(model.questions().openProperty().get()).isNotEmpty();
    assertThat(model.plan().orElseThrow().evidence().answers()).isEmpty();
    model.questions().ask(Level.FULL);
    assertThat(model.questions().openProperty().get()).isEmpty();
    assertThat(model.questions().booksProperty().get().counted().get(RENTALS))
        .isEqualTo(new Ledger(2, 1, 0));
    model.decide(
        new Decision.Virtual(
            RENTALS,
            List.of("referrer_id"),
            new TableName("public", "clients"),
            List.of("id"),
            Optional.empty(),
            false,
            Optional.empty()));
    assertThat(model.questions().openProperty().get()).isNotEmpty();
  }

  @Test
  void theCostIsEstimatedWithoutAskingTheQuestions() throws SQLException {
    model.open(rentals().source());
    model.chooseRoot(new TableName("public", "clients"));
    AtomicInteger estimates = new AtomicInteger();
    model
        .questions()
        .estimate(model.questions().openProperty().get(), found -> estimates.set(found.size()));
    assertThat(estimates.get()).isEqualTo(model.questions().openProperty().get().size());
    assertThat(model.questions().log())
        .filteredOn(ran -> ran.sql().contains("one_client"))
        .isNotEmpty()
        .allMatch(ran -> ran.sql().startsWith("EXPLAIN"));
  }

  private static TestDatabase rentals() throws SQLException {
    return TestServers.postgres()
        .newDatabase()
        .with(
            "CREATE TABLE clients (id int PRIMARY KEY)",
            "CREATE TABLE rentals (id int PRIMARY KEY, client_id int REFERENCES clients,"
                + " referrer_id int)",
            "INSERT INTO clients VALUES (1), (2)",
            "INSERT INTO rentals VALUES (1, 1, 2), (2, 2, 2), (3, NULL, 1)");
  }
}
