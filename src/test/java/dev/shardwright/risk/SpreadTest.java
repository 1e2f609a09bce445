package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Product;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample comes from all over the table, and the server reads little more than it. */
class SpreadTest {
  private static final int ROWS = 40_000;
  private static final int WANTED = 800;

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#mySqlFamily")
  void numbersAreSampledInStretchesOverTheirWholeSpan(TestServer server) throws SQLException {
    TestDatabase database = filled(server, "id bigint NOT NULL", "n * 1000 - 20000000");
    Seen seen = seen(database, "id", TypeFamily.INTEGER, "id DIV 2500000");

    assertThat(seen.rows).isBetween(WANTED - 60L, (long) WANTED);
    assertThat(seen.distinct).as("no row twice").isEqualTo(seen.rows);
    assertThat(seen.places).as("places of sixteen").isGreaterThanOrEqualTo(15);
    assertThat(seen.read).as("rows that the server read").isLessThan(4 * WANTED);
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#mySqlFamily")
  void theWholeRangeOfNumbersIsNotTooWide(TestServer server) throws SQLException {
    TestDatabase database =
        filled(
            server,
            "id bigint NOT NULL",
            "IF(n = 1, -9223372036854775808, IF(n = 2, 9223372036854775807, n))");

    assertThat(seen(database, "id", TypeFamily.INTEGER, "1").rows).isPositive();
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#mySqlFamily")
  void wordsAreSampledFromBothEnds(TestServer server) throws SQLException {
    TestDatabase database =
        filled(server, "id varchar(20) NOT NULL", "CONCAT('k', LPAD(n, 10, '0'))");
    Seen seen = seen(database, "id", TypeFamily.TEXT, "id < 'k0000020000'");

    assertThat(seen.rows).isEqualTo(WANTED);
    assertThat(seen.distinct).isEqualTo(WANTED);
    assertThat(seen.places).isEqualTo(2);
    assertThat(seen.read).isLessThan(5 * WANTED);
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#mySqlFamily")
  void aTableSmallerThanThoughtIsReadOnce(TestServer server) throws SQLException {
    TestDatabase database =
        filled(server, "id varchar(20) NOT NULL", "CONCAT('k', LPAD(n, 10, '0'))");
    database.with("DELETE FROM big WHERE id > 'k0000000300'");

    assertThat(seen(database, "id", TypeFamily.TEXT, "1").rows).isEqualTo(300);
  }

  private record Seen(long rows, long distinct, long places, long read) {}

  private static TestDatabase filled(TestServer server, String column, String value)
      throws SQLException {
    String digits =
        "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
            + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8"
            + " UNION ALL SELECT 9)";
    return server
        .newDatabase()
        .with(
            "CREATE TABLE big (" + column + ", c int, body text, PRIMARY KEY (id))",
            "INSERT INTO big SELECT %s, n, REPEAT('x', 200) FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d + 1 AS n FROM %s a, %s b, %s c, %s d, %s e) x WHERE n <= %d"
                .formatted(value, digits, digits, digits, digits, digits, ROWS),
            "ANALYZE TABLE big");
  }

  private static Seen seen(TestDatabase database, String key, TypeFamily family, String place)
      throws SQLException {
    TableName name = new TableName(database.name(), "big");
    Table table =
        Table.of(
            name,
            List.of(Column.of(key, new ColumnType("any", family), false)),
            List.of(UniqueKey.of("PRIMARY", UniqueKey.Kind.PRIMARY, List.of(key))));
    Sql sql = new Sql(Dialect.of(Product.MYSQL), Set.of());
    String from = Spread.of(sql, table, "id, c", WANTED).orElseThrow();
    try (Connection connection = database.owner();
        Statement statement = connection.createStatement()) {
      long before = read(statement);
      long[] counts = new long[3];
      try (ResultSet found =
          statement.executeQuery(
              "SELECT COUNT(*), COUNT(DISTINCT id), COUNT(DISTINCT %s) FROM %s t"
                  .formatted(place, from))) {
        found.next();
        for (int i = 0; i < counts.length; i++) {
          counts[i] = found.getLong(i + 1);
        }
      }
      return new Seen(counts[0], counts[1], counts[2], read(statement) - before);
    }
  }

  private static long read(Statement statement) throws SQLException {
    long sum = 0;
    try (ResultSet found = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
      while (found.next()) {
        sum += found.getLong(2);
      }
    }
    return sum;
  }
}
