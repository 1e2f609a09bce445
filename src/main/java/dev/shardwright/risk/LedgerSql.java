package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Counts the rows of a table by how many clients they belong to, over every key that gives them
 * one: a row whose keys disagree counts as belonging to several.
 */
final class LedgerSql {
  private static final String COUNTS =
      """
      SELECT COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS one_client,
        COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS no_client,
        COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS several_clients
      FROM %s t%s\
      """;

  private final Situation situation;
  private final Sql sql;
  private final PlainOwners plain;

  LedgerSql(Situation situation, Sql sql, PlainOwners plain) {
    this.situation = situation;
    this.sql = sql;
    this.plain = plain;
  }

  /** One row: {@code one_client, no_client, several_clients}; together all rows of the table. */
  String of(TableName table) {
    if (table.equals(situation.root())) {
      return all(table, "one_client", "no_client", "several_clients");
    }
    List<Relation> keys = situation.ownership().ownersOf(table);
    if (keys.isEmpty()) {
      return all(table, "no_client", "one_client", "several_clients");
    }
    if (!keys.stream().allMatch(plain::plain)) {
      return counted(table, keys);
    }
    List<Ascent> ways = ways(keys);
    return ways.size() == 1 ? oneWay(table, ways.getFirst(), keys) : waysCompared(table, ways);
  }

  private String all(TableName table, String counted, String... zero) {
    return "SELECT COUNT(*) AS "
        + counted
        + ", 0 AS "
        + String.join(", 0 AS ", zero)
        + "\nFROM "
        + sql.table(table)
        + " t";
  }

  /** The ways up over each key; those that start from the same columns are one. */
  private List<Ascent> ways(List<Relation> keys) {
    Map<List<String>, Ascent> ways = new LinkedHashMap<>();
    for (Relation key : keys) {
      Supplier<String> names = Sql.aliases("p" + (ways.size() + 1) + "_");
      Ascent way = plain.over(key, sql.row("t"), names);
      ways.putIfAbsent(way.key(), way);
    }
    return List.copyOf(ways.values());
  }

  private String oneWay(TableName table, Ascent way, List<Relation> keys) {
    boolean never = way.joins().isEmpty() && keys.stream().anyMatch(key -> !key.nullable());
    return never
        ? all(table, "one_client", "no_client", "several_clients")
        : COUNTS.formatted(
            way.present(),
            way.key().getFirst() + " IS NULL",
            "1 = 0",
            sql.table(table),
            way.joined());
  }

  private String waysCompared(TableName table, List<Ascent> ways) {
    List<String> any = new ArrayList<>();
    for (int i = 0; i < plain.rootKey().size(); i++) {
      int column = i;
      any.add(
          ways.stream()
              .map(way -> way.key().get(column))
              .collect(Collectors.joining(", ", "COALESCE(", ")")));
    }
    String differ =
        ways.stream().map(way -> differs(way.key(), any)).collect(Collectors.joining("\n    OR "));
    String none = any.getFirst() + " IS NULL";
    String joins = ways.stream().map(Ascent::joined).collect(Collectors.joining());
    return COUNTS.formatted(
        "NOT (" + none + ") AND NOT COALESCE(" + differ + ", FALSE)",
        none,
        differ,
        sql.table(table),
        joins);
  }

  private static String differs(List<String> left, List<String> right) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      terms.add(left.get(i) + " <> " + right.get(i));
    }
    return String.join(" OR ", terms);
  }

  private String counted(TableName table, List<Relation> keys) {
    OwnerPairs pairs = new OwnerPairs(situation, sql, plain, table, keys);
    return pairs.with()
        + """
        SELECT COALESCE(SUM(CASE WHEN y.c = 1 THEN y.n ELSE 0 END), 0) AS one_client,
          COALESCE(SUM(CASE WHEN y.c = 0 THEN y.n ELSE 0 END), 0) AS no_client,
          COALESCE(SUM(CASE WHEN y.c > 1 THEN y.n ELSE 0 END), 0) AS several_clients
        FROM (
          SELECT x.n AS n, COUNT(x.c1) AS c
          FROM (
        """
        + pairs.select()
        + "\n  ) x\n  GROUP BY "
        + String.join(", ", Sql.numbered("x.f", pairs.width()))
        + ", x.n\n) y";
  }
}
