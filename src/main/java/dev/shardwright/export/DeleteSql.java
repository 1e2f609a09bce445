package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The words of {@link ClientDelete} in each flavour: rows are known as {@code t}, the keys that
 * were kept aside as {@code k}.
 *
 * @param named a table's name in the file
 */
record DeleteSql(Dialect dialect, Map<TableName, Table> tables, Function<TableName, String> named) {
  /** Locks and undo of so many rows hurt nobody. */
  static final int PORTION = 10_000;

  private boolean mysql() {
    return dialect.product().isMySqlFamily();
  }

  private String name(TableName table) {
    return named.apply(table);
  }

  /** The columns that tell a table's rows apart; none if nothing does. */
  List<String> key(TableName table) {
    return Optional.ofNullable(tables.get(table))
        .flatMap(Table::rowIdentity)
        .map(UniqueKey::columns)
        .orElse(List.of());
  }

  /** A row is the one whose key was kept. */
  String same(TableName table) {
    return key(table).stream()
        .map(c -> "t." + dialect.quote(c) + " = k." + dialect.quote(c))
        .collect(Collectors.joining(" AND "));
  }

  /** Keeps the keys of his rows aside, for long if a connection may end meanwhile. */
  String kept(TableName table, String keeping, String mine, boolean forLong) {
    return (forLong ? "CREATE TABLE IF NOT EXISTS " : "CREATE TEMPORARY TABLE ")
        + keeping
        + " AS\nSELECT "
        + keys(table)
        + "\nFROM "
        + name(table)
        + " t\nWHERE "
        + mine;
  }

  private String keys(TableName table) {
    return key(table).stream().map(c -> "t." + dialect.quote(c)).collect(Collectors.joining(", "));
  }

  /** Sets columns of his rows to NULL. */
  String opened(TableName table, List<String> columns, Optional<String> keeping, String mine) {
    String set =
        columns.stream()
            .map(c -> (mysql() ? "t." : "") + dialect.quote(c) + " = NULL")
            .collect(Collectors.joining(", "));
    String update = "UPDATE " + name(table) + " t";
    if (keeping.isEmpty()) {
      return update + "\nSET " + set + "\nWHERE " + mine;
    }
    return mysql()
        ? update + "\nJOIN " + keeping.get() + " k ON " + mine + "\nSET " + set
        : update + "\nSET " + set + "\nFROM " + keeping.get() + " k\nWHERE " + mine;
  }

  /** All his rows at once. */
  String all(TableName table, Optional<String> keeping, String mine) {
    String delete = (mysql() ? "DELETE t FROM " : "DELETE FROM ") + name(table) + " t";
    String kept = mysql() ? "\nJOIN %s k ON " : "\nUSING %s k\nWHERE ";
    return delete + keeping.map(kept::formatted).orElse("\nWHERE ") + mine;
  }

  /** So many of his rows. */
  // MySQL takes no LIMIT beside a join, and no look at the table itself but in a subquery with one
  String portion(TableName table, Optional<String> keeping, String mine) {
    String some =
        "(\n  SELECT "
            + keys(table)
            + "\n  FROM "
            + name(table)
            + " t"
            + keeping.map(k -> "\n  JOIN " + k + " k ON ").orElse("\n  WHERE ")
            + mine
            + "\n  LIMIT "
            + PORTION
            + "\n)";
    return all(table, Optional.of(some), same(table));
  }

  /** How {@link #keyless} knows a row. */
  String keylessAlias(TableName table) {
    return mysql() ? dialect.quote(table.name()) : "t";
  }

  /**
   * Rows that nothing tells apart: MySQL takes any so many, PostgreSQL tells them by their place.
   */
  String keyless(TableName table, String mine) {
    return mysql()
        ? "DELETE FROM " + name(table) + "\nWHERE " + mine + "\nLIMIT " + PORTION
        : "DELETE FROM "
            + name(table)
            + " t\nWHERE (t.tableoid, t.ctid) IN (\n  SELECT t.tableoid, t.ctid\n  FROM "
            + name(table)
            + " t\n  WHERE "
            + mine
            + "\n  LIMIT "
            + PORTION
            + "\n)";
  }

  /** The rows of trees from their leaves up, to be repeated. */
  List<String> leaves(
      TableName table, List<Relation> trees, Optional<String> keeping, String mine) {
    String leaf = mine + trees.stream().map(this::noneBelow).collect(Collectors.joining());
    String tops =
        trees.stream().map(r -> leads(r, "t", "t")).collect(Collectors.joining(" OR ", "(", ")"));
    List<String> statements = new ArrayList<>();
    statements.add(
        "-- Rows that no other leads to; again and again until it deletes no row.\n"
            + portion(table, keeping, leaf + (mysql() ? "\n    AND NOT " + tops : "")));
    if (mysql()) {
      // error 1451, measured: always on MariaDB 10.11 and 11.4, now and then on MySQL 9.7
      statements.add(
          "-- With keys checked a row that leads to itself stays. Nothing else leads to these.\n"
              + "SET foreign_key_checks = 0");
      statements.add(portion(table, keeping, leaf + "\n    AND " + tops));
      statements.add("SET foreign_key_checks = 1");
    }
    return statements;
  }

  private String noneBelow(Relation r) {
    return "\n    AND NOT EXISTS (SELECT 1 FROM "
        + name(r.child())
        + " c WHERE "
        + leads(r, "c", "t")
        + " AND NOT ("
        + leads(r, "c", "c")
        + "))";
  }

  private String leads(Relation r, String child, String parent) {
    return IntStream.range(0, r.childColumns().size())
        .mapToObj(i ->
            child
                + "."
                + dialect.quote(r.childColumns().get(i))
                + " = "
                + parent
                + "."
                + dialect.quote(r.parentColumns().get(i)))
        .collect(Collectors.joining(" AND "));
  }
}
