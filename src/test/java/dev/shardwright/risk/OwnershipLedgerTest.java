package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnershipLedgerTest {
  private static final int SEEDS = Integer.getInteger("shardwright.seeds", 60);

  private final Map<String, Long> seen = new TreeMap<>();

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void everyRowOfRandomDatabasesIsBookedAsFollowingItsKeysFindsIt(TestServer server)
      throws SQLException {
    TestDatabase home = server.newDatabase();
    String place = server.product().isMySqlFamily() ? home.name() : "public";
    try (Connection connection = home.owner();
        Statement statement = connection.createStatement()) {
      for (long seed = 1; seed <= SEEDS; seed++) {
        RandomDatabase database =
            new RandomDatabase(server.product(), place, "s" + seed + "_", seed);
        for (String sql : database.statements()) {
          statement.execute(sql);
        }
        compare(database, statement, seed);
      }
    }
    // A run that met no loops or no contested rows would prove nothing of them.
    assertThat(seen.keySet())
        .contains("TOTAL several", "MULTI several", "RECURSIVE several", "INHERITS several")
        .contains("SINGLE none", "MULTI none", "RECURSIVE none", "INHERITS none");
  }

  private void note(String what, long rows) {
    if (rows > 0) {
      seen.merge(what, rows, Long::sum);
    }
  }

  private void compare(RandomDatabase database, Statement statement, long seed) {
    Plan plan = Plan.of(database.schema, Decisions.root(database.root()), Evidence.NONE);
    OwnersOfRows truth = new OwnersOfRows(database, plan);
    OwnerSql owners = plan.owners().orElseThrow();
    for (TableName table : plan.classification().tables(Kind.CLIENT)) {
      String about = "seed " + seed + ", " + table + " " + plan.ownership().of(table);
      String sql = owners.ledger(table);
      assertThat(ledger(statement, sql, about))
          .as(about + "\n" + sql)
          .isEqualTo(truth.ledger(table));
      Ledger ledger = truth.ledger(table);
      note(plan.ownership().of(table) + " one", ledger.one());
      note(plan.ownership().of(table) + " none", ledger.none());
      note(plan.ownership().of(table) + " several", ledger.several());
      Map<List<String>, Long> sizes = sizes(statement, owners.biggest(table, 1000), about);
      for (Map<String, Integer> client : truth.rows(database.root())) {
        List<Integer> key = truth.key(client);
        long expected = truth.rows(table).stream().filter(r -> truth.of(r).contains(key)).count();
        List<String> literals = key.stream().map(String::valueOf).toList();
        String where = owners.owned(table, "t", literals).orElse("1 = 0");
        String count =
            "SELECT COUNT(*) FROM "
                + Dialect.of(database.schema.origin().product()).qualified(table)
                + " t WHERE "
                + where;
        assertThat(number(statement, count, about)).as(about + "\n" + count).isEqualTo(expected);
        assertThat(sizes.getOrDefault(literals, 0L)).as(about).isEqualTo(expected);
      }
    }
  }

  private static Ledger ledger(Statement statement, String sql, String about) {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return new Ledger(
          result.getLong("one_client"),
          result.getLong("no_client"),
          result.getLong("several_clients"));
    } catch (SQLException e) {
      throw new AssertionError(about + "\n" + sql, e);
    }
  }

  private static Map<List<String>, Long> sizes(Statement statement, String sql, String about) {
    Map<List<String>, Long> sizes = new HashMap<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      int keys = result.getMetaData().getColumnCount() - 1;
      while (result.next()) {
        List<String> client = new ArrayList<>();
        for (int i = 1; i <= keys; i++) {
          client.add(result.getString(i));
        }
        sizes.put(client, result.getLong("row_count"));
      }
      return sizes;
    } catch (SQLException e) {
      throw new AssertionError(about + "\n" + sql, e);
    }
  }

  private static long number(Statement statement, String sql, String about) {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(about + "\n" + sql, e);
    }
  }
}
