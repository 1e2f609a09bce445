package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.plan.Plan;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DataFilesTest {
  @TempDir Path folder;

  static Stream<Arguments> forms() {
    return TestServers.everyVersion()
        .flatMap(server ->
            Stream.of(ExportOptions.Data.INSERT, ExportOptions.Data.COPY)
                .filter(form -> form == ExportOptions.Data.INSERT || DataRoundTrip.copies(server))
                .map(form -> Arguments.of(server, form)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("forms")
  void everyValueComesBackBitForBit(TestServer server, ExportOptions.Data form)
      throws IOException, SQLException {
    boolean mysql = server.product().isMySqlFamily();
    TestDatabase database = server.newDatabase();
    try (Connection connection = mysql ? database.admin() : database.owner()) {
      Path zoo = Path.of("src/test/resources/data-zoo", mysql ? "mysql.sql" : "postgresql.sql");
      SqlFile.run(connection, Files.readString(zoo));
    }
    RoundTrip trip = RoundTrip.of(server, database, "clients");
    assertThat(DataTables.context(trip.plan()).tables()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(DataTables.neutral(trip.plan()).tables()).hasSizeGreaterThanOrEqualTo(4);
    new DataRoundTrip(server, database, trip.plan(), folder, form).proves();
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("forms")
  void rowsWithoutAValueOfTheirOwnComeBackAsManyAsTheyAre(
      TestServer server, ExportOptions.Data form) throws IOException, SQLException {
    boolean mysql = server.product().isMySqlFamily();
    TestDatabase database = server.newDatabase();
    try (Connection connection = mysql ? database.admin() : database.owner()) {
      SqlFile.run(
          connection,
          """
          CREATE TABLE regions (id int PRIMARY KEY);
          CREATE TABLE clients (id int PRIMARY KEY, region_id int REFERENCES regions (id));
          CREATE TABLE marks (mark int GENERATED ALWAYS AS (7) STORED);
          """
              + (mysql
                  ? "INSERT INTO marks () VALUES (), (), ();"
                  : """
                  CREATE TABLE bare ();
                  INSERT INTO marks DEFAULT VALUES;
                  INSERT INTO marks DEFAULT VALUES;
                  INSERT INTO bare SELECT FROM generate_series(1, 1234);
                  """));
    }
    Plan plan = RoundTrip.of(server, database, "clients").plan();
    assertThat(DataTables.neutral(plan).tables()).hasSize(mysql ? 1 : 2);
    new DataRoundTrip(server, database, plan, folder, form).proves();
  }

  @ParameterizedTest(name = "as {0}")
  @EnumSource(names = {"INSERT", "COPY"})
  void rowsOlderThanAnUnprovenConstraintComeBackAndItStaysUnproven(ExportOptions.Data form)
      throws IOException, SQLException {
    TestServer server = TestServers.postgres();
    TestDatabase database = server.newDatabase();
    try (Connection connection = database.owner()) {
      SqlFile.run(
          connection,
          """
          CREATE TABLE regions (id int PRIMARY KEY, above int, size int);
          CREATE TABLE clients (id int PRIMARY KEY, region_id int REFERENCES regions (id));
          CREATE TABLE rates (id int PRIMARY KEY, region text, day date) PARTITION BY RANGE (id);
          CREATE TABLE rates_1 PARTITION OF rates FOR VALUES FROM (0) TO (100);
          CREATE TABLE days (id int PRIMARY KEY);
          CREATE TABLE notes (id int, day_id int, words text);
          CREATE TABLE long_notes (pages int) INHERITS (notes);
          INSERT INTO regions VALUES (1, 7, -3), (2, 1, 4);
          INSERT INTO rates VALUES (1, 'none', NULL);
          INSERT INTO notes VALUES (1, 99, NULL);
          INSERT INTO long_notes VALUES (2, 99, NULL, 3);
          ALTER TABLE regions ADD CONSTRAINT "Up ""there" FOREIGN KEY (above) REFERENCES regions (id)
            DEFERRABLE INITIALLY DEFERRED NOT VALID;
          ALTER TABLE regions ADD CONSTRAINT sized CHECK (size > 0) NOT VALID;
          ALTER TABLE rates ADD CONSTRAINT dated CHECK (day IS NOT NULL) NOT VALID;
          ALTER TABLE notes ADD CONSTRAINT worded CHECK (words <> '' AND words IS NOT NULL) NOT VALID;
          ALTER TABLE notes ADD CONSTRAINT noted FOREIGN KEY (day_id) REFERENCES days (id) NOT VALID;
          ALTER TABLE long_notes ADD CONSTRAINT paged CHECK (pages > 9) NOT VALID;
          COMMENT ON CONSTRAINT sized ON regions IS 'since 2019; it''s not so before';
          COMMENT ON CONSTRAINT noted ON notes IS 'since the move';
          """);
    }
    Plan plan = RoundTrip.of(server, database, "clients").plan();
    new DataRoundTrip(server, database, plan, folder, form).proves();
    assertThat(folder.resolve("neutral_data.sql"))
        .content()
        .contains("DROP CONSTRAINT noted;")
        .containsOnlyOnce("DROP CONSTRAINT worded;"); // the table that inherits has it from there
  }

  @Test
  void theHistoryThatStaysBehindIsTold() throws SQLException {
    Plan plan =
        RoundTrip.of(
                TestServers.mariaDb(),
                """
                CREATE TABLE prices (id int PRIMARY KEY, price int) WITH SYSTEM VERSIONING;
                CREATE TABLE names (id int PRIMARY KEY) COMMENT 'not WITH SYSTEM VERSIONING';
                CREATE TABLE clients (id int PRIMARY KEY, price_id int REFERENCES prices (id), name_id int REFERENCES names (id));
                """,
                "clients")
            .plan();
    assertThat(
            Exports.preview(
                plan, ExportOptions.DEFAULT.with(ExportOptions.Data.INSERT), "context_data.sql"))
        .containsPattern("Their rows of today only, what they were before.*\\R?.*prices\\R")
        .doesNotContain(".names, ");
  }
}
