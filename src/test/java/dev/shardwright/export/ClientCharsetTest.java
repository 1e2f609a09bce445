package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shardwright.plan.Plan;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs made by clients of another character set than that of our files. */
class ClientCharsetTest {
  // sent as UTF-8 to a server that expects latin1: é is two letters outside ASCII there
  private static final String PROGRAMS =
      """
      CREATE TABLE clients (id int PRIMARY KEY, note varchar(40)) DEFAULT CHARSET utf8mb4;
      SET SESSION character_set_client = 'latin1', collation_connection = 'latin1_german1_ci';
      CREATE FUNCTION word_of() RETURNS varchar(40) CHARSET utf8mb4 DETERMINISTIC NO SQL RETURN CONCAT('é', COLLATION('x'));
      CREATE FUNCTION plain_of() RETURNS varchar(40) CHARSET utf8mb4 DETERMINISTIC NO SQL RETURN 'x';
      CREATE VIEW named AS SELECT id, 'é' AS word FROM clients;
      DELIMITER //
      CREATE TRIGGER noted BEFORE DELETE ON clients FOR EACH ROW BEGIN DECLARE word varchar(10) DEFAULT 'é'; END//
      DELIMITER ;
      """;

  private static final List<String> ANSWERS =
      List.of(
          "SELECT HEX(word_of())",
          "SELECT HEX(word) FROM named",
          "SELECT HEX(CAST(ROUTINE_DEFINITION AS CHAR CHARACTER SET utf8mb4)), COLLATION_CONNECTION"
              + " FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()"
              + " AND ROUTINE_NAME = 'word_of'",
          "SELECT HEX(CAST(ACTION_STATEMENT AS CHAR CHARACTER SET utf8mb4)), COLLATION_CONNECTION"
              + " FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()",
          "SELECT CHARACTER_SET_CLIENT FROM information_schema.ROUTINES"
              + " WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_NAME = 'plain_of'");

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#mySqlFamily")
  void theirWordsLoadAsTheyWere(TestServer server) throws SQLException {
    TestDatabase source = server.newDatabase();
    try (Connection connection = source.admin()) {
      // MariaDB's driver closes a connection whose client is not UTF-8
      assumeTrue(MySqlClient.program(connection).isPresent(), "no client program");
      SqlFile.load(connection, PROGRAMS);
    }
    Plan plan = RoundTrip.of(server, source, "clients").plan();
    TestDatabase shard = server.newDatabase();
    try (Connection connection = shard.admin()) {
      SqlFile.load(connection, Exports.preview(plan, ExportOptions.DEFAULT, "shard_schema.sql"));
    }
    List<String> there = answers(source);
    assertThat(there.getFirst()).startsWith("C383C2A9");
    assertThat(answers(shard)).isEqualTo(there);
  }

  private static List<String> answers(TestDatabase database) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = database.admin();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO clients (id) VALUES (1)");
      for (String question : ANSWERS) {
        try (ResultSet results = statement.executeQuery(question)) {
          int columns = results.getMetaData().getColumnCount();
          while (results.next()) {
            for (int i = 1; i <= columns; i++) {
              answers.add(results.getString(i));
            }
          }
        }
      }
    }
    return answers;
  }
}
