package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How the rows of a group are told apart within one walk. */
final class RowNodes {
  private final Situation situation;
  private final Sql sql;
  private final Function<TableName, List<String>> keys;
  private final List<TableName> group;
  private final Map<TableName, List<String>> identity = new HashMap<>();
  private final Map<TableName, Integer> numbers = new HashMap<>();
  private final boolean whole;
  private final boolean sure;
  final int width;

  /**
   * The nodes of the rows of a group.
   *
   * @param keys the columns of a table by which children refer to its rows
   */
  RowNodes(
      Situation situation, Sql sql, List<TableName> group, Function<TableName, List<String>> keys) {
    this.situation = situation;
    this.sql = sql;
    this.keys = keys;
    this.group = group;
    group.forEach(table -> {
      identity.put(table, identity(table));
      numbers.put(table, numbers.size());
    });
    whole = group.stream().allMatch(this::whole);
    sure = group.stream().noneMatch(this::mayMiss);
    int columns = identity.values().stream().mapToInt(List::size).max().orElse(0);
    width = group.size() == 1 ? columns : columns + 1;
  }

  private List<String> identity(TableName table) {
    List<String> own = keys.apply(table);
    return own.size() == 1
        ? own
        : situation.table(table).flatMap(Table::rowIdentity).map(UniqueKey::columns).orElse(own);
  }

  private boolean whole(TableName table) {
    return columns(table).stream()
        .allMatch(c ->
            situation
                .table(table)
                .flatMap(t -> t.column(c))
                .filter(column -> column.type().family() == TypeFamily.INTEGER)
                .isPresent());
  }

  private boolean mayMiss(TableName table) {
    List<String> columns = columns(table);
    return columns.size() > 1
        && situation.table(table).map(t -> t.anyNullable(columns)).orElse(true);
  }

  private List<String> columns(TableName table) {
    return identity.getOrDefault(table, List.of());
  }

  /** The node of a row: the table's number, then its identity in a type all tables share. */
  List<String> of(TableName table, UnaryOperator<String> row) {
    List<String> own = sql.columns(columns(table), row);
    if (group.size() == 1) {
      return own;
    }
    List<String> node = new ArrayList<>(List.of(String.valueOf(numbers.get(table))));
    own.forEach(c -> node.add(cast(c)));
    while (node.size() < width) {
      node.add(cast(whole ? "0" : "''"));
    }
    return node;
  }

  private String cast(String value) {
    boolean postgres = !situation.product().isMySqlFamily();
    if (whole) {
      return "CAST(" + value + " AS " + (postgres ? "bigint)" : "SIGNED)");
    }
    // The first SELECT of a recursive query fixes how long texts may be (MySQL 8.4 manual,
    // "WITH"); 768 characters are the longest key of InnoDB.
    return postgres
        ? "CAST(" + value + " AS text)"
        : "CAST(" + value + " AS CHAR(768) CHARACTER SET utf8mb4) COLLATE utf8mb4_bin";
  }

  /** From the node of a parent row to the nodes of its children. */
  String edge(Relation relation) {
    UnaryOperator<String> child = sql.row("t");
    UnaryOperator<String> parent = sql.row("u");
    return "    SELECT "
        + Sql.named(of(relation.parent(), parent), "p")
        + ", "
        + Sql.named(of(relation.child(), child), "n")
        + "\n    FROM "
        + sql.table(relation.child())
        + " t\n    JOIN "
        + sql.table(relation.parent())
        + " u ON "
        + sql.leads(relation, child, parent);
  }

  String same(String left, String right) {
    List<String> terms = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      terms.add(equal(left + i, right + i));
    }
    return String.join(" AND ", terms);
  }

  String at(TableName table, String node) {
    List<String> values = of(table, sql.row("t"));
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      terms.add(equal(node + (i + 1), values.get(i)));
    }
    return String.join(" AND ", terms);
  }

  private String equal(String left, String right) {
    return sure ? left + " = " + right : sql.dialect().nullSafeEqual(left, right);
  }
}
