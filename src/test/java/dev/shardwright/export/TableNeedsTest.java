package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Kind;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tables of MySQL and MariaDB ask of the server is said where the file begins. */
class TableNeedsTest {

  static Stream<TestServer> mySqlFamily() {
    return TestServers.mySqlFamily();
  }

  @Test
  void aTablespaceThatNoFileMakesIsNamed() throws SQLException {
    TestServer server = TestServers.mySql();
    RoundTrip trip =
        trip(
            server,
            "CREATE TABLESPACE `a space` ADD DATAFILE 'a_space.ibd' ENGINE = InnoDB",
            "CREATE TABLE rows_apart (id int NOT NULL PRIMARY KEY) TABLESPACE `a space`"
                + " COMMENT 'TABLESPACE `none`'",
            "CREATE TABLE rows_here (id int NOT NULL PRIMARY KEY) TABLESPACE innodb_system");
    trip.proves();
    assertThat(head(trip, "neutral_schema.sql"))
        .contains("- the tablespace a space, for ")
        .doesNotContain("none", "innodb_system");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mySqlFamily")
  void theTablesOfAMergeThatLiveElsewhereAreNamed(TestServer server) throws SQLException {
    RoundTrip trip =
        trip(
            server,
            "CREATE TABLE one (id int NOT NULL) ENGINE = MyISAM",
            "CREATE TABLE two (id int NOT NULL, client_id int, KEY (client_id)) ENGINE = MyISAM",
            "CREATE TABLE both_of (id int NOT NULL) ENGINE = MERGE UNION = (one, clients_too)",
            "CREATE TABLE clients_too (id int NOT NULL) ENGINE = MyISAM");
    assertThat(head(trip, "neutral_schema.sql")).doesNotContain("whose rows it shows");
    RoundTrip split = trip.deciding(Map.of("one", Kind.CONTEXT));
    assertThat(head(split, "neutral_schema.sql"))
        .containsPattern("- the table \\S+\\.one, whose rows it shows, for \\S+\\.both_of")
        .doesNotContain("clients_too");
  }

  @Test
  void aHistogramIsSaidWithTheStatementThatMakesItAgain() throws SQLException {
    RoundTrip trip =
        trip(
            TestServers.mySql(),
            "INSERT INTO clients VALUES (1, 'a')",
            "ANALYZE TABLE clients UPDATE HISTOGRAM ON name WITH 8 BUCKETS AUTO UPDATE");
    assertThat(head(trip, "shard_schema.sql"))
        .containsPattern(
            "ANALYZE TABLE `\\w+`.`clients` UPDATE HISTOGRAM ON `name` WITH 8 BUCKETS AUTO UPDATE:")
        .contains("A histogram is made from rows");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mySqlFamily")
  void anEventThatRunsOnceIsSaidToGo(TestServer server) throws SQLException {
    RoundTrip trip =
        trip(server, "CREATE EVENT once ON SCHEDULE AT '2036-01-01 00:00:00' DO SELECT 1");
    assertThat(Exports.preview(trip.plan(), ExportOptions.DEFAULT, "shard_schema.sql"))
        .contains("It runs once: a server that loads this file after its time drops it.");
  }

  private static RoundTrip trip(TestServer server, String... more) throws SQLException {
    TestDatabase database = server.newDatabase();
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      statement.execute("CREATE TABLE clients (id int NOT NULL PRIMARY KEY, name varchar(40))");
      for (String sql : List.of(more)) {
        statement.execute(sql);
      }
    }
    return RoundTrip.of(server, database, "clients");
  }

  /** The comments before the first statement, as one line. */
  private static String head(RoundTrip trip, String file) {
    String text = Exports.preview(trip.plan(), ExportOptions.DEFAULT, file);
    return text.substring(0, text.indexOf("\nSET ")).replaceAll("\\s*\\n--\\s+", " ");
  }
}
