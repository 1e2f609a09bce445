package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which clients have most rows, in the tables that have most: who may need a shard of his own. */
public final class BiggestClients {
  /** So many tables are looked at, those with most rows. */
  private static final int TABLES = 20;

  /** So many clients of each are named. */
  private static final int CLIENTS = 10;

  private BiggestClients() {}

  /**
   * A client and its rows of one table.
   *
   * @param client the values of the root's key
   */
  public record Share(TableName table, List<String> client, long rows) {
    public Share {
      client = List.copyOf(client);
    }
  }

  /** One question a table, the tables by name. */
  public static List<Probe> probes(Situation situation) {
    return OwnerSql.of(situation).stream()
        .flatMap(sql -> tables(situation).filter(sql::askable).map(table -> probe(sql, table)))
        .toList();
  }

  /** What was answered: by table, biggest first. */
  public static List<Share> read(Situation situation) {
    List<Share> shares = new ArrayList<>();
    OwnerSql.of(situation)
        .ifPresent(sql ->
            tables(situation)
                .filter(sql::askable)
                .forEach(table ->
                    situation
                        .answer(probe(sql, table))
                        .ifPresent(
                            a -> a.rows().forEach(row -> shares.add(share(sql, table, row))))));
    return List.copyOf(shares);
  }

  private static Stream<TableName> tables(Situation situation) {
    return situation.selected(Kind.CLIENT).stream()
        .filter(t -> !situation.ownership().ownersOf(t.name()).isEmpty())
        .sorted(
            Comparator.comparingLong((Table t) -> -t.rowCount().rows()).thenComparing(Table::name))
        .limit(TABLES)
        .map(Table::name)
        .sorted();
  }

  private static Probe probe(OwnerSql sql, TableName table) {
    return Probe.of(
        CheckCode.UNOWNED_ROWS,
        () -> "Which clients have most rows of " + table + "?",
        () -> sql.biggest(table, CLIENTS));
  }

  private static Share share(OwnerSql sql, TableName table, Map<String, String> row) {
    List<String> client =
        Sql.numbered("client", sql.rootKey().size()).stream()
            .map(column -> row.getOrDefault(column, ""))
            .toList();
    return new Share(table, client, Long.parseLong(row.getOrDefault("row_count", "0")));
  }
}
