package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.Exports;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.ClientScript;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** client_rows.sql against rows followed one by one, loops and keys of several columns included. */
class ClientsOfRandomDatabasesTest {
  private static final int SEEDS = Integer.getInteger("shardwright.seeds", 40);

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aClientsRowsAreCountedAndGoAndAllOthersStay(TestServer server) throws SQLException {
    TestDatabase home = server.newDatabase();
    String place = server.product().isMySqlFamily() ? home.name() : "public";
    long deleted = 0;
    try (Connection connection = home.owner();
        Statement statement = connection.createStatement()) {
      for (long seed = 1; seed <= SEEDS; seed++) {
        RandomDatabase database =
            new RandomDatabase(server.product(), place, "s" + seed + "_", seed);
        for (String sql : database.statements()) {
          statement.execute(sql);
        }
        deleted += compare(database, statement, seed);
      }
    }
    assertThat(deleted).isGreaterThan(SEEDS);
  }

  private static long compare(RandomDatabase database, Statement statement, long seed)
      throws SQLException {
    Plan plan = Plan.of(database.schema, Decisions.root(database.root()), Evidence.NONE);
    OwnersOfRows truth = new OwnersOfRows(database, plan);
    Dialect dialect = Dialect.of(database.schema.origin().product());
    OwnerSql owners = plan.owners().orElseThrow();
    List<TableName> tables = plan.classification().tables(Kind.CLIENT);
    for (TableName table : tables) {
      String from = " FROM " + dialect.qualified(table) + " t";
      assertThat(
              number(statement, "SELECT COUNT(*)" + from + " WHERE " + owners.unowned(table, "t")))
          .as("nobody's rows of " + table + ", seed " + seed)
          .isEqualTo(truth.rows(table).stream().filter(r -> truth.of(r).isEmpty()).count());
    }
    String text = Exports.preview(plan, ExportOptions.DEFAULT, "client_rows.sql");
    if (truth.rows(database.root()).isEmpty()) {
      return 0;
    }
    List<Integer> client = truth.key(truth.rows(database.root()).getFirst());
    ClientScript script = new ClientScript(text, client.stream().map(String::valueOf).toList());
    ClientScript.run(statement, script.naming());
    Map<String, Long> counted = new HashMap<>();
    for (String sql : script.under("How many rows", "SELECT")) {
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        counted.put(row.getString(1), row.getLong(2));
      }
    }
    long his = 0;
    for (TableName table : tables) {
      long expected = truth.rows(table).stream().filter(r -> truth.of(r).contains(client)).count();
      assertThat(counted.getOrDefault(table.toString(), 0L))
          .as(table + ", seed " + seed)
          .isEqualTo(expected);
      his += expected;
    }
    if (text.replaceAll("\n-- +", " ").contains("by hand, before all others")) {
      return 0; // it says itself that it is no complete list
    }
    ClientScript.run(statement, script.deletes());
    for (TableName table : tables) {
      assertThat(number(statement, "SELECT COUNT(*) FROM " + dialect.qualified(table)))
          .as("left of " + table + ", seed " + seed + "\n" + String.join("\n", script.deletes()))
          .isEqualTo(truth.rows(table).stream().filter(r -> !truth.of(r).contains(client)).count());
    }
    return his;
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
