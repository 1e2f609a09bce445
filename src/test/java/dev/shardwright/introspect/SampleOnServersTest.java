package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.introspect.ProbeRunner.Level;
import dev.shardwright.model.Progress;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.CheckResult;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions about samples run on every server. */
class SampleOnServersTest {
  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aSampleIsAskedForAndStaysUnknown(TestServer server) throws SQLException {
    TestDatabase database =
        server
            .newDatabase()
            .with(
                "CREATE TABLE clients (id int NOT NULL PRIMARY KEY)",
                "CREATE TABLE rooms (id int NOT NULL PRIMARY KEY, client_id int,"
                    + " FOREIGN KEY (client_id) REFERENCES clients (id))",
                "CREATE TABLE notes (id int NOT NULL PRIMARY KEY, client_id int, room_id int,"
                    + " text varchar(9), FOREIGN KEY (client_id) REFERENCES clients (id),"
                    + " FOREIGN KEY (room_id) REFERENCES rooms (id))",
                "INSERT INTO clients VALUES (1), (2)",
                "INSERT INTO rooms VALUES (1, 1), (2, 2)",
                "INSERT INTO notes VALUES (1, 1, 1, 'a'), (2, 2, 2, 'b')");
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Schema read =
          Introspector.read(session, database.source().schemas(), database.name(), Progress.SILENT);
      Schema big =
          read.with(
              read.tables().stream().map(t -> t.withRowCount(RowCount.estimate(1_000))).toList(),
              read.relations());
      TableName root =
          big.tables().stream()
              .map(t -> t.name())
              .filter(t -> t.name().equals("clients"))
              .findFirst()
              .orElseThrow();
      Decisions decisions =
          Decisions.root(root)
              .with(new Decision.Setting("sampleAbove", "10"))
              .with(new Decision.Setting("sampleRows", "10"));
      Plan plan = Plan.of(big, decisions, Evidence.NONE);
      assertThat(plan.probes())
          .anyMatch(p -> p.sql().matches("(?s).*(TABLESAMPLE|LIMIT 1\\) s16).*"));
      Evidence evidence = ProbeRunner.run(session, plan, Level.FULL, 30, Progress.SILENT);
      assertThat(evidence.answers().values()).allSatisfy(a -> assertThat(a.whyNot()).isEmpty());
      Plan asked = Plan.of(big, decisions, evidence);
      assertThat(asked.checks())
          .filteredOn(c -> c.check() == CheckCode.CLIENT_CONNECTION)
          .singleElement()
          .satisfies(c -> assertThat(c.outcome()).isEqualTo(CheckResult.Outcome.UNKNOWN))
          .satisfies(c -> assertThat(c.toString()).contains("rows were looked at"));
    }
  }
}
