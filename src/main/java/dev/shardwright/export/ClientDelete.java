package dev.shardwright.export;

import dev.shardwright.classify.Ownership;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.graph.TableOrder;
import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The deletes of one client's rows, children before parents, as comments (planner.md 11.4): in one
 * transaction, or in portions that can be stopped and begun again.
 *
 * <p>A row is known as his by rows above it, which are still there when it goes. Where keys run in
 * a loop the keys of his rows are kept first, and the loop is opened.
 */
final class ClientDelete {
  /** Locks and undo of so many rows hurt nobody. */
  static final int PORTION = 10_000;

  private final Plan plan;
  private final Dialect dialect;
  private final boolean mysql;
  private final List<TableName> childrenFirst;
  private final Map<TableName, Table> tables;
  private final BiFunction<TableName, String, Optional<String>> owned;
  private final Function<TableName, String> named;
  private final Script script;
  private final boolean portions;
  private final List<Relation> backwards;
  private final Map<TableName, String> kept = new LinkedHashMap<>();
  private final List<String> refused = new ArrayList<>();
  private final Set<TableName> byHand = new TreeSet<>();

  ClientDelete(
      Plan plan,
      TableOrder order,
      List<Relation> relations,
      BiFunction<TableName, String, Optional<String>> owned,
      Function<TableName, String> named,
      Script script,
      boolean portions) {
    this.plan = plan;
    this.portions = portions;
    this.owned = owned;
    this.named = named;
    this.script = script;
    dialect = Dialect.of(plan.schema().origin().product());
    mysql = dialect.product().isMySqlFamily();
    childrenFirst = order.tables().reversed();
    tables = plan.schema().byName();
    // only what a server checks can stop a delete
    backwards =
        relations.stream()
            .filter(r -> r.declared() && r.enforced())
            .filter(r -> r.selfLoop() || later(order, r))
            .toList();
  }

  private static boolean later(TableOrder order, Relation relation) {
    return order.later().contains(relation)
        || order.unbreakable().stream()
            .anyMatch(c -> c.contains(relation.child()) && c.contains(relation.parent()));
  }

  void write() {
    List<String> statements = statements();
    if (portions) {
      portions(statements);
      return;
    }
    script
        .heading("Deleting his rows: comments, so that nothing happens by mistake")
        .comment(
            "Only after dispatch leads to his new shard, his rows there were counted and compared,"
                + " and no tie above is left. Name the client as at the head of this file; in one"
                + " transaction.");
    refused.forEach(script::comment);
    script.blank();
    statements.forEach(sql -> script.commentedOut(sql + ";"));
  }

  private void portions(List<String> statements) {
    script.heading("The same in portions, for a client with very many rows");
    List<String> together =
        backwards.stream()
            .filter(r -> free(r).isEmpty() && !leavesFirst(r))
            .map(Relation::id)
            .toList();
    if (!together.isEmpty()) {
      script.comment(
          "Not possible: rows that lead to each other over "
              + String.join(", ", together)
              + " can only go together.");
      return;
    }
    script.comment(
        "Every statement is a transaction of its own. Repeat each DELETE until it deletes no row,"
            + " then go on with the next. After an interruption begin again at the first: what is"
            + " left is still found, because parents go last."
            + (kept.isEmpty() ? "" : " The keys kept aside survive it as tables."));
    script.blank();
    statements.forEach(sql -> script.commentedOut(sql + ";"));
  }

  private List<String> statements() {
    List<String> statements = new ArrayList<>();
    List<Relation> opened = backwards.stream().filter(r -> !free(r).isEmpty()).toList();
    Set<TableName> looping = looping(opened);
    for (TableName table : childrenFirst) {
      if (looping.contains(table)) {
        keep(table, statements);
      }
    }
    backwards.stream().filter(r -> free(r).isEmpty() && !leavesFirst(r)).forEach(this::stuck);
    opened.stream().filter(r -> !byHand.contains(r.child())).forEach(r -> open(r, statements));
    childrenFirst.forEach(table -> delete(table, statements));
    List<String> all = new ArrayList<>(statements);
    if (!portions) {
      all.addFirst(mysql ? "START TRANSACTION" : "BEGIN");
      if (!mysql && backwards.stream().anyMatch(ClientDelete::deferrable)) {
        all.add(1, "SET CONSTRAINTS ALL DEFERRED");
      }
      all.add("COMMIT");
    }
    kept.values().forEach(name -> all.add("DROP TABLE " + name));
    return all;
  }

  /** Tables whose rows are no longer known as his once the loops are open. */
  private Set<TableName> looping(List<Relation> opened) {
    Set<TableName> looping = new TreeSet<>();
    for (TableName table : childrenFirst) {
      boolean loses = opened.stream().anyMatch(r -> ways(table).contains(r));
      if (loses || plan.ownership().of(table) == Ownership.RECURSIVE) {
        looping.add(table);
      }
    }
    boolean grows = !looping.isEmpty();
    while (grows) {
      grows = false;
      for (TableName table : childrenFirst) {
        boolean below = ways(table).stream().anyMatch(r -> looping.contains(r.parent()));
        grows |= below && looping.add(table);
      }
    }
    return looping;
  }

  /** The keys by which a table's rows are known as his. */
  private List<Relation> ways(TableName table) {
    var chain = plan.ownership().chains().get(table);
    return chain == null || chain.isEmpty()
        ? plan.ownership().ownersOf(table)
        : List.of(chain.getLast());
  }

  private void keep(TableName name, List<String> statements) {
    List<String> key = key(name);
    if (key.isEmpty()) {
      byHand.add(name);
      refused.add(
          name
              + " has no key that tells its rows apart and lies below a loop: delete its rows by"
              + " hand, before all others.");
      return;
    }
    String keeping = "shardwright_" + (kept.size() + 1);
    owned
        .apply(name, "t")
        .ifPresent(mine -> {
          kept.put(name, keeping);
          statements.add(
              (portions ? "CREATE TABLE IF NOT EXISTS " : "CREATE TEMPORARY TABLE ")
                  + keeping
                  + " AS\nSELECT "
                  + key.stream().map(c -> "t." + dialect.quote(c)).collect(Collectors.joining(", "))
                  + "\nFROM "
                  + named.apply(name)
                  + " t\nWHERE "
                  + mine);
        });
  }

  private List<String> key(TableName name) {
    return Optional.ofNullable(tables.get(name))
        .flatMap(Table::rowIdentity)
        .map(UniqueKey::columns)
        .orElse(List.of());
  }

  /** Columns of a key that may be NULL without the row losing its identity. */
  private List<String> free(Relation r) {
    Table table = tables.get(r.child());
    List<String> key = key(r.child());
    return r.childColumns().stream()
        .filter(c -> !key.contains(c))
        .filter(c -> table != null && table.column(c).map(Column::nullable).orElse(false))
        .toList();
  }

  private void open(Relation r, List<String> statements) {
    String set =
        free(r).stream()
            .map(c -> (mysql ? "t." : "") + dialect.quote(c) + " = NULL")
            .collect(Collectors.joining(", "));
    String keeping = kept.get(r.child());
    if (keeping == null) {
      owned
          .apply(r.child(), "t")
          .ifPresent(mine ->
              statements.add(
                  "UPDATE " + named.apply(r.child()) + " t\nSET " + set + "\nWHERE " + mine));
    } else if (mysql) {
      statements.add(
          "UPDATE "
              + named.apply(r.child())
              + " t\nJOIN "
              + keeping
              + " k ON "
              + same(r.child())
              + "\nSET "
              + set);
    } else {
      statements.add(
          "UPDATE "
              + named.apply(r.child())
              + " t\nSET "
              + set
              + "\nFROM "
              + keeping
              + " k\nWHERE "
              + same(r.child()));
    }
  }

  /** True if the server itself lets rows go together that lead to each other. */
  private boolean together(Relation r) {
    return r.onDelete() == Relation.Action.CASCADE
        || (!mysql && deferrable(r))
        || (!mysql && r.selfLoop() && r.onDelete() == Relation.Action.NO_ACTION);
  }

  /** True if rows of a tree can only go from its leaves up, layer by layer. */
  private boolean leavesFirst(Relation r) {
    return r.selfLoop() && free(r).isEmpty() && (portions || !together(r));
  }

  private void stuck(Relation r) {
    if (!together(r)) {
      refused.add(
          r.id()
              + " may not be NULL and leads back: delete the rows of "
              + r.child()
              + " that nothing leads to first, and so on.");
    }
  }

  private static boolean deferrable(Relation relation) {
    return relation.deferral() != Relation.Deferral.NOT_DEFERRABLE;
  }

  private void delete(TableName name, List<String> statements) {
    String keeping = kept.get(name);
    List<Relation> trees =
        backwards.stream().filter(r -> r.child().equals(name) && leavesFirst(r)).toList();
    if (!trees.isEmpty() && !key(name).isEmpty()) {
      // what this leaves is a ring or a tie, at which the plain delete below stops
      (keeping == null ? owned.apply(name, "t") : Optional.of(same(name)))
          .ifPresent(mine -> leaves(name, trees, Optional.ofNullable(keeping), mine, statements));
    }
    if (portions && !key(name).isEmpty()) {
      (keeping == null ? owned.apply(name, "t") : Optional.of(same(name)))
          .ifPresent(mine -> statements.add(portion(name, Optional.ofNullable(keeping), mine)));
      return;
    }
    if (portions && !byHand.contains(name)) {
      keyless(name).ifPresent(statements::add);
      return;
    }
    if (keeping != null) {
      statements.add(
          mysql
              ? "DELETE t FROM " + named.apply(name) + " t\nJOIN " + keeping + " k ON " + same(name)
              : "DELETE FROM "
                  + named.apply(name)
                  + " t\nUSING "
                  + keeping
                  + " k\nWHERE "
                  + same(name));
      return;
    }
    if (byHand.contains(name)) {
      return;
    }
    owned
        .apply(name, "t")
        .ifPresent(mine ->
            statements.add(
                "DELETE "
                    + (mysql ? "t " : "")
                    + "FROM "
                    + named.apply(name)
                    + " t\nWHERE "
                    + mine));
  }

  private void leaves(
      TableName name,
      List<Relation> trees,
      Optional<String> keeping,
      String mine,
      List<String> to) {
    String leaf =
        trees.stream()
            .map(r ->
                "\n    AND NOT EXISTS (SELECT 1 FROM "
                    + named.apply(name)
                    + " c WHERE "
                    + leads(r, "c", "t")
                    + " AND NOT ("
                    + leads(r, "c", "c")
                    + "))")
            .collect(Collectors.joining());
    String tops =
        trees.stream().map(r -> leads(r, "t", "t")).collect(Collectors.joining(" OR ", "(", ")"));
    to.add(
        "-- Rows that no other leads to; again and again until it deletes no row.\n"
            + portion(name, keeping, mine + leaf + (mysql ? "\n    AND NOT " + tops : "")));
    if (mysql) {
      // error 1451, measured: always on MariaDB 10.11 and 11.4, now and then on MySQL 9.7
      to.add(
          "-- With keys checked a row that leads to itself stays. Nothing else leads to these.\n"
              + "SET foreign_key_checks = 0");
      to.add(portion(name, keeping, mine + leaf + "\n    AND " + tops));
      to.add("SET foreign_key_checks = 1");
    }
  }

  private String leads(Relation r, String child, String parent) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < r.childColumns().size(); i++) {
      terms.add(
          child
              + "."
              + dialect.quote(r.childColumns().get(i))
              + " = "
              + parent
              + "."
              + dialect.quote(r.parentColumns().get(i)));
    }
    return String.join(" AND ", terms);
  }

  // MySQL takes no LIMIT beside a join, and no look at the table itself but in a subquery with one
  private String portion(TableName name, Optional<String> keeping, String mine) {
    String keys =
        key(name).stream().map(c -> "t." + dialect.quote(c)).collect(Collectors.joining(", "));
    String some =
        "(\n  SELECT "
            + keys
            + "\n  FROM "
            + named.apply(name)
            + " t"
            + keeping.map(k -> "\n  JOIN " + k + " k ON ").orElse("\n  WHERE ")
            + mine
            + "\n  LIMIT "
            + PORTION
            + "\n) k";
    return mysql
        ? "DELETE t FROM " + named.apply(name) + " t\nJOIN " + some + " ON " + same(name)
        : "DELETE FROM " + named.apply(name) + " t\nUSING " + some + "\nWHERE " + same(name);
  }

  /**
   * Rows that nothing tells apart: MySQL takes any so many, PostgreSQL tells them by their place.
   */
  private Optional<String> keyless(TableName name) {
    return mysql
        ? owned
            .apply(name, dialect.quote(name.name()))
            .map(mine ->
                "DELETE FROM " + named.apply(name) + "\nWHERE " + mine + "\nLIMIT " + PORTION)
        : owned
            .apply(name, "t")
            .map(mine ->
                "DELETE FROM "
                    + named.apply(name)
                    + " t\nWHERE (t.tableoid, t.ctid) IN (\n  SELECT t.tableoid, t.ctid\n  FROM "
                    + named.apply(name)
                    + " t\n  WHERE "
                    + mine
                    + "\n  LIMIT "
                    + PORTION
                    + "\n)");
  }

  private String same(TableName table) {
    return key(table).stream()
        .map(c -> "t." + dialect.quote(c) + " = k." + dialect.quote(c))
        .collect(Collectors.joining(" AND "));
  }
}
