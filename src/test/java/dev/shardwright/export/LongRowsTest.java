package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Snapshot;
import dev.shardwright.model.Progress;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MySQL and MariaDB write a value's length in 1, 3, 4 or 9 bytes, and cut a row at 16 MB. */
class LongRowsTest {
  private static final TableName TABLE = new TableName("any", "table");

  private static final List<Integer> LENGTHS =
      List.of(0, 1, 250, 251, 252, 65_535, 65_536, (1 << 24) - 1, 1 << 24, 20_000_000, 3);

  static Stream<TestServer> servers() {
    return TestServers.mySqlFamily();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aValueOfAnyLengthComesWhole(TestServer server) throws Exception {
    String select =
        LENGTHS.stream()
            .map(n ->
                "SELECT REPEAT('x', %d) AS a, NULL AS b,".formatted(n)
                    + " REPEAT('y', %d) AS c".formatted(n / 2))
            .collect(Collectors.joining("\nUNION ALL\n"));
    List<Integer> lengths = new ArrayList<>();
    try (Session session = Session.open(server.newDatabase().source(), Progress.SILENT);
        Snapshot snapshot = Snapshot.beside(session, Progress.SILENT)) {
      snapshot.read(
          TABLE,
          select,
          3,
          row -> {
            lengths.add(length(row, 0, 'x'));
            assertThat(row.isNull(1)).isTrue();
            assertThat(length(row, 2, 'y')).isEqualTo(LENGTHS.get(lengths.size() - 1) / 2);
          });
    }
    assertThat(lengths).isEqualTo(LENGTHS);
  }

  private static int length(RowText row, int column, char of) {
    for (int i = row.from(column); i < row.to(column); i++) {
      if (row.bytes(column)[i] != of) {
        throw new AssertionError("byte " + i + " of column " + column + " is another");
      }
    }
    return row.to(column) - row.from(column);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void anErrorAmongTheRowsIsToldAndTheNextStatementIsRead(TestServer server) throws Exception {
    String two = "(SELECT 1 UNION ALL SELECT n.a)";
    String failing =
        "SELECT IF(n.a = 3, "
            + two
            + ", n.a) FROM (SELECT 1 AS a UNION ALL SELECT 2 UNION ALL SELECT 3) n";
    try (Session session = Session.open(server.newDatabase().source(), Progress.SILENT);
        Snapshot snapshot = Snapshot.beside(session, Progress.SILENT)) {
      assertThatThrownBy(() -> snapshot.read(TABLE, failing, 1, row -> {}))
          .isInstanceOf(UserError.DatabaseRefused.class)
          .hasMessageContaining("more than 1 row");
      assertThat(snapshot.read(TABLE, "SELECT 'ä', NULL", 2, row -> {})).isEqualTo(1);
    }
  }
}
