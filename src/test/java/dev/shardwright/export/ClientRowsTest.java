package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Product;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.ClientScript;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientRowsTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  static Stream<Arguments> cases() {
    return TestServers.all()
        .flatMap(server ->
            Stream.of(
                Arguments.of(server, "c08_horse", "clients", "1", "parts", 8L),
                Arguments.of(server, "c18_recursive", "clients", "1", "comments", 3L)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cases")
  void everyRowOfTheClientIsFoundOnce(
      TestServer server, String id, String root, String client, String table, long rows)
      throws IOException, SQLException {
    TestDatabase database = server.newDatabase();
    try (Connection connection = database.admin();
        Statement statement = connection.createStatement()) {
      ClientScript script = script(server, database, id, root, client);
      ClientScript.run(statement, script.naming());
      assertThat(counts(statement, script)).containsEntry(table, rows);
      long shown = 0;
      for (String sql : script.under("His rows", "SELECT t.*")) {
        if (sql.contains(table + " t\n") || sql.contains("`" + table + "` t\n")) {
          try (ResultSet all = statement.executeQuery(sql)) {
            while (all.next()) {
              shown++;
            }
          }
        }
      }
      assertThat(shown).isEqualTo(rows);
    }
  }

  static Stream<Arguments> cascades() {
    return TestServers.all()
        .flatMap(server ->
            Stream.of(
                    "c12_self_loop",
                    "c18_recursive",
                    "c26_cascade",
                    "c27_cascade_deep",
                    "c30_uprooted_like")
                .map(id -> Arguments.of(server, id)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cascades")
  void theDeletesGoThroughWhereOneDeleteOfTheRootMayNot(TestServer server, String id)
      throws IOException, SQLException {
    TestDatabase database = server.newDatabase();
    String root = id.startsWith("c30") ? "t1" : "clients";
    try (Connection connection = database.admin();
        Statement statement = connection.createStatement()) {
      ClientScript script = script(server, database, id, root, "1");
      ClientScript.run(statement, script.naming());
      Map<String, Long> before = counts(statement, script);
      assertThat(before).containsEntry(root, 1L);
      assertThat(ties(statement, script)).isZero();
      ClientScript.run(statement, script.deletes());
      assertThat(counts(statement, script).values()).containsOnly(0L);
    }
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cascades")
  void inPortionsTheyGoThroughToo(TestServer server, String id) throws IOException, SQLException {
    TestDatabase database = server.newDatabase();
    String root = id.startsWith("c30") ? "t1" : "clients";
    try (Connection connection = database.admin();
        Statement statement = connection.createStatement()) {
      ClientScript script = script(server, database, id, root, "1");
      ClientScript.run(statement, script.naming());
      assertThat(script.portions()).isNotEmpty();
      for (String sql : script.portions()) {
        do {
          ClientScript.run(
              statement, List.of(sql.replace("LIMIT " + DeleteSql.PORTION, "LIMIT 1")));
        } while (sql.contains("DELETE ") && statement.getUpdateCount() > 0);
      }
      assertThat(counts(statement, script).values()).containsOnly(0L);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aClientWhoseRowsHangOnAnothersIsToldBefore(TestServer server)
      throws IOException, SQLException {
    TestDatabase database = server.newDatabase();
    try (Connection connection = database.admin();
        Statement statement = connection.createStatement()) {
      ClientScript script = script(server, database, "c28_root_cycle", "clients", "1");
      ClientScript.run(statement, script.naming());
      assertThat(ties(statement, script)).isPositive();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aKeyOfTwoColumnsIsNamedByBothAndDispatchIsToldNothing(TestServer server)
      throws SQLException {
    boolean mysql = server.product().isMySqlFamily();
    String sql =
        "CREATE TABLE clients (region "
            + (mysql ? "binary(2)" : "char(2)")
            + " NOT NULL, no integer NOT NULL, PRIMARY KEY (region, no));";
    Plan plan = RoundTrip.of(server, sql, "clients").plan();
    assertThat(Exports.preview(plan, ExportOptions.DEFAULT, "client_rows.sql"))
        .contains(
            mysql ? "SET @client1 = X'…';" : "SET shardwright.client1 = '…';",
            mysql ? "SET @client2 = 1;" : "SET shardwright.client2 = '1';");
    assertThat(Exports.preview(plan, ExportOptions.DEFAULT, "client_copy.sql"))
        .doesNotContain("UPDATE client_dispatch");
  }

  private static long ties(Statement statement, ClientScript script) throws SQLException {
    long ties = 0;
    for (String sql : script.under("Ties between", "SELECT")) {
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        ties += row.getLong(2);
      }
    }
    return ties;
  }

  private static ClientScript script(
      TestServer server, TestDatabase database, String id, String root, String client)
      throws IOException, SQLException {
    boolean mysql = server.product().isMySqlFamily();
    String sql = Files.readString(CASES.resolve(id + (mysql ? ".mysql.sql" : ".pg.sql")));
    try (Connection connection = database.admin()) {
      if (server.product() == Product.MYSQL) {
        sql = "SET SESSION restrict_fk_on_non_standard_key = OFF;\n" + sql;
      }
      SqlFile.run(connection, mysql ? sql.replaceAll("\\bmid\\b", "`mid`") : sql);
    }
    RoundTrip trip =
        RoundTrip.of(
            server, RoundTrip.read(database.source(), List.of()), database.name(), root, List.of());
    String text = Exports.preview(trip.plan(), ExportOptions.DEFAULT, "client_rows.sql");
    return new ClientScript(text, List.of(client));
  }

  private static Map<String, Long> counts(Statement statement, ClientScript script)
      throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (String sql : script.under("How many rows", "SELECT")) {
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        String name = row.getString(1);
        counts.put(name.substring(name.indexOf('.') + 1), row.getLong(2));
      }
    }
    return counts;
  }
}
