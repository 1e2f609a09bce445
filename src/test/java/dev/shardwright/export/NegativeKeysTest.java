package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.dialect.KeyWidening;
import dev.shardwright.introspect.ProbeRunner;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ids below zero, as imports and "unknown" rows leave them: the shards must be able to hold them.
 */
class NegativeKeysTest {
  private static final String TABLES =
      """
      CREATE TABLE cities (id int PRIMARY KEY, name varchar(40));
      CREATE TABLE streets (id int PRIMARY KEY, city_id int NOT NULL, FOREIGN KEY (city_id) REFERENCES cities (id));
      CREATE TABLE clients (id int PRIMARY KEY, street_id int, city_id int, FOREIGN KEY (street_id) REFERENCES streets (id), FOREIGN KEY (city_id) REFERENCES cities (id));
      INSERT INTO cities VALUES (-1, 'unknown'), (1, 'Oslo');
      INSERT INTO streets VALUES (1, -1), (2, 1);
      INSERT INTO clients VALUES (1, 1, -1);
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#mySqlFamily")
  void theKeyAndAllThatReferToItStaySignedAndTheRowsLoad(TestServer server)
      throws SQLException, IOException {
    TestDatabase database = server.newDatabase();
    try (Connection connection = database.owner()) {
      SqlFile.run(connection, TABLES);
    }
    Plan blind = RoundTrip.of(server, database, "clients").plan();
    assertThat(Part.widening(blind).signed()).isEmpty();

    Plan plan = asked(database, blind);
    KeyWidening widening = Part.widening(plan);
    assertThat(widening.signed().keySet())
        .extracting(ColumnRef::table, ColumnRef::column)
        .extracting(c ->
            c.toList().getFirst().toString().replaceFirst(".*\\.", "") + "." + c.toList().getLast())
        .containsExactlyInAnyOrder("cities.id", "clients.city_id", "streets.city_id");
    assertThat(Exports.preview(plan, ExportOptions.DEFAULT, "shard_schema.sql"))
        .contains("-- Keys that keep their sign, because they hold negative values:")
        .contains("cities.id holds negative values");
    new DataRoundTrip(server, database, plan, folder, ExportOptions.Data.INSERT).proves();
  }

  private static Plan asked(TestDatabase database, Plan plan) {
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      return Plan.of(
          plan.schema(),
          plan.decisions(),
          ProbeRunner.run(session, plan, ProbeRunner.Level.FULL, 30, Progress.SILENT));
    }
  }
}
