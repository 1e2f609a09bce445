package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Classified;
import dev.shardwright.classify.Classifier;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    Situation situation = situation(database);
    OwnersOfRows truth = new OwnersOfRows(database, situation);
    OwnerSql owners = OwnerSql.of(situation).orElseThrow();
    for (TableName table : situation.classification().tables(Kind.CLIENT)) {
      String about = "seed " + seed + ", " + table + " " + situation.ownership().of(table);
      String sql = owners.ledger(table);
      assertThat(ledger(statement, sql, about))
          .as(about + "\n" + sql)
          .isEqualTo(truth.ledger(table));
      Ledger ledger = truth.ledger(table);
      note(situation.ownership().of(table) + " one", ledger.one());
      note(situation.ownership().of(table) + " none", ledger.none());
      note(situation.ownership().of(table) + " several", ledger.several());
      for (Map<String, Integer> client : truth.rows(situation.root())) {
        List<Integer> key = truth.key(client);
        long expected = truth.rows(table).stream().filter(r -> truth.of(r).contains(key)).count();
        List<String> literals = key.stream().map(String::valueOf).toList();
        String where = owners.owned(table, "t", literals).orElse("1 = 0");
        String count =
            "SELECT COUNT(*) FROM " + RowSql.of(situation).table(table) + " t WHERE " + where;
        assertThat(number(statement, count, about)).as(about + "\n" + count).isEqualTo(expected);
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

  private static long number(Statement statement, String sql, String about) {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(about + "\n" + sql, e);
    }
  }

  private static Situation situation(RandomDatabase database) {
    Map<TableName, Table> tables = database.schema.byName();
    Decisions decisions = Decisions.root(database.root());
    SchemaGraph graph = SchemaGraph.of(tables.keySet(), database.schema.relations());
    Classified classified =
        Classifier.classify(
            graph,
            database.root(),
            decisions,
            r -> tables.get(r.parent()).uniqueOver(r.parentColumns()));
    return new Situation(
        database.schema,
        decisions,
        graph,
        classified.classification(),
        classified.ownership(),
        tables,
        database.schema.relations().stream()
            .collect(Collectors.toMap(Relation::id, r -> r, (a, b) -> a)),
        Evidence.NONE);
  }
}
