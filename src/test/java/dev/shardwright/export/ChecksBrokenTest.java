package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** checks.sql on a shard with shared rows, a virtual relation and two ways to a client. */
class ChecksBrokenTest {
  @TempDir Path folder;

  private static final String SCHEMA =
      """
      CREATE TABLE clients (id integer NOT NULL PRIMARY KEY, login varchar(40) NOT NULL UNIQUE);
      CREATE TABLE skins (id integer NOT NULL PRIMARY KEY, client_id integer, name varchar(40) NOT NULL, CONSTRAINT skins_client_fk FOREIGN KEY (client_id) REFERENCES clients (id));
      CREATE TABLE categories (id integer NOT NULL PRIMARY KEY, client_id integer NOT NULL, CONSTRAINT categories_client_fk FOREIGN KEY (client_id) REFERENCES clients (id));
      CREATE TABLE posts (id integer NOT NULL PRIMARY KEY, client_id integer NOT NULL, category_id integer NOT NULL, skin_id integer NOT NULL,
        CONSTRAINT posts_client_fk FOREIGN KEY (client_id) REFERENCES clients (id), CONSTRAINT posts_category_fk FOREIGN KEY (category_id) REFERENCES categories (id), CONSTRAINT posts_skin_fk FOREIGN KEY (skin_id) REFERENCES skins (id));
      CREATE TABLE votes (id integer NOT NULL PRIMARY KEY, client_id integer NOT NULL, post_no integer, CONSTRAINT votes_client_fk FOREIGN KEY (client_id) REFERENCES clients (id));
      """;

  private static final String ROWS =
      """
      INSERT INTO clients VALUES (1, 'ada'), (2, 'bob');
      INSERT INTO skins VALUES (1, NULL, 'for all'), (2, 1, 'of ada');
      INSERT INTO categories VALUES (1, 1), (2, 2);
      INSERT INTO posts VALUES (1, 1, 1, 2), (2, 2, 2, 1);
      INSERT INTO votes VALUES (1, 1, 1), (2, 2, NULL);
      """;

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void sharedRowsOrphansAndRowsOfTwoClientsAreShown(TestServer server)
      throws SQLException, IOException {
    Plan plan = plan(server);
    String checks = Exports.preview(plan, ExportOptions.DEFAULT, "checks.sql");
    boolean mysql = server.product().isMySqlFamily();
    TestDatabase shard = server.newDatabase();
    try (Connection connection = shard.admin()) {
      SqlFile.run(connection, Exports.preview(plan, ExportOptions.DEFAULT, "shard_schema.sql"));
      SqlFile.run(connection, (mysql ? "" : "SET search_path = public;\n") + ROWS);
      List<List<String>> whole = answers(connection, checks);
      assertThat(whole)
          .anyMatch(row -> row.contains("2 shared rows") && row.contains("skins"))
          .anyMatch(row -> row.getFirst().equals("7 two clients"))
          .noneMatch(row -> row.getFirst().matches("[67] .*") && !row.getLast().equals("0"));
      breaks(
          connection, checks, whole, "2 shared rows", "UPDATE skins SET name = 'x' WHERE id = 1");
      breaks(connection, checks, whole, "6 orphans", "UPDATE votes SET post_no = 77 WHERE id = 1");
      assertThat(answers(connection, checks))
          .anyMatch(row -> row.getFirst().equals("6 orphans") && row.getLast().equals("1"));
      breaks(
          connection,
          checks,
          whole,
          "7 two clients",
          "UPDATE posts SET category_id = 1 WHERE id = 2");
      assertThat(answers(connection, checks))
          .anyMatch(row -> row.getFirst().startsWith("7 ") && row.getLast().equals("1"))
          .anyMatch(row -> row.getFirst().startsWith("7 ") && row.getLast().equals("2"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aRowThatAllShareTiesNobodyAndNoIdIsTooLongForAShard(TestServer server)
      throws SQLException, IOException {
    String rows = Exports.preview(plan(server), ExportOptions.DEFAULT, "client_rows.sql");
    boolean mysql = server.product().isMySqlFamily();
    TestDatabase shard = server.newDatabase();
    try (Connection connection = shard.admin()) {
      SqlFile.run(
          connection, Exports.preview(plan(server), ExportOptions.DEFAULT, "shard_schema.sql"));
      SqlFile.run(connection, (mysql ? "" : "SET search_path = public;\n") + ROWS);
      for (String client : List.of("2", "3000000000")) {
        String named =
            mysql
                ? rows.replace("SET @client = 1;", "SET @client = " + client + ";")
                : rows.replace(".client = '1';", ".client = '" + client + "';");
        assertThat(named).isNotEqualTo(rows);
        assertThat(answers(connection, named))
            .filteredOn(row -> row.getFirst().contains("posts_skin_fk"))
            .singleElement()
            .extracting(List::getLast)
            .isEqualTo("0");
      }
    }
  }

  /** One row is changed, and the check of that name prints something that it did not before. */
  private void breaks(
      Connection connection, String checks, List<List<String>> before, String check, String sql)
      throws SQLException, IOException {
    SqlFile.run(
        connection,
        (connection.getMetaData().getURL().startsWith("jdbc:postgresql:")
                ? "SET search_path = public;\n"
                : "")
            + sql
            + ";\n");
    List<String> different = new ArrayList<>();
    for (List<String> row : answers(connection, checks)) {
      if (!before.contains(row)) {
        different.add(row.getFirst());
      }
    }
    assertThat(different).as(sql).anyMatch(name -> name.startsWith(check));
  }

  private static Plan plan(TestServer server) throws SQLException {
    RoundTrip trip = RoundTrip.of(server, SCHEMA, "clients");
    TableName root = trip.plan().root().orElseThrow();
    Finding mixed =
        trip.plan().findings().stream()
            .filter(f -> f.check() == CheckCode.POLYMORPHIC_DATA)
            .findFirst()
            .orElseThrow();
    return trip.with(
            new Decision.Virtual(
                new TableName(root.schema(), "votes"),
                List.of("post_no"),
                new TableName(root.schema(), "posts"),
                List.of("id"),
                Optional.empty(),
                false,
                Optional.empty()))
        .with(
            new Decision.FindingState(
                CheckCode.POLYMORPHIC_DATA.name(),
                mixed.table(),
                mixed.relations(),
                mixed.objects(),
                Decision.FindingState.State.ACCEPTED,
                Optional.of("kept mixed"),
                Optional.empty()))
        .plan();
  }

  private List<List<String>> answers(Connection connection, String text)
      throws SQLException, IOException {
    return SqlFile.load(connection, Files.writeString(folder.resolve("checks.sql"), text));
  }
}
