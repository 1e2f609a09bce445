package dev.shardwright.export;

import dev.shardwright.classify.Ownership;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.graph.TableOrder;
import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
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

/**
 * The deletes of one client's rows, children before parents, as comments (planner.md 11.4): in one
 * transaction, or in portions that can be stopped and begun again.
 *
 * <p>A row is known as his by rows above it, which are still there when it goes. Where keys run in
 * a loop the keys of his rows are kept first, and the loop is opened.
 */
final class ClientDelete {
  private final Plan plan;
  private final DeleteSql sql;
  private final boolean mysql;
  private final List<TableName> childrenFirst;
  private final Map<TableName, Table> tables;
  private final BiFunction<TableName, String, Optional<String>> owned;
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
    this.script = script;
    mysql = plan.schema().origin().product().isMySqlFamily();
    childrenFirst = order.tables().reversed();
    tables = plan.schema().byName();
    sql = new DeleteSql(Dialect.of(plan.schema().origin().product()), tables, named);
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
                + " and no tie above is left. In the same session run first what stands under \"The"
                + " client\": the character set and the line that names him.");
    refused.forEach(script::comment);
    script.blank();
    statements.forEach(each -> script.commentedOut(each + ";"));
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
    statements.forEach(each -> script.commentedOut(each + ";"));
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
    if (sql.key(name).isEmpty()) {
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
          statements.add(sql.kept(name, keeping, mine, portions));
        });
  }

  /** Columns of a key that may be NULL without the row losing its identity. */
  private List<String> free(Relation r) {
    Table table = tables.get(r.child());
    List<String> key = sql.key(r.child());
    return r.childColumns().stream()
        .filter(c -> !key.contains(c))
        .filter(c -> table != null && table.column(c).map(Column::nullable).orElse(false))
        .toList();
  }

  private void open(Relation r, List<String> statements) {
    Optional<String> keeping = Optional.ofNullable(kept.get(r.child()));
    Optional<String> mine =
        keeping.map(_ -> sql.same(r.child())).or(() -> owned.apply(r.child(), "t"));
    mine.ifPresent(his -> statements.add(sql.opened(r.child(), free(r), keeping, his)));
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
    if (byHand.contains(name)) {
      return;
    }
    Optional<String> keeping = Optional.ofNullable(kept.get(name));
    Optional<String> mine = keeping.map(_ -> sql.same(name)).or(() -> owned.apply(name, "t"));
    if (mine.isEmpty()) {
      return;
    }
    boolean keyed = !sql.key(name).isEmpty();
    List<Relation> trees =
        backwards.stream().filter(r -> r.child().equals(name) && leavesFirst(r)).toList();
    if (!trees.isEmpty() && keyed) {
      // what this leaves is a ring or a tie, at which the plain delete below stops
      statements.addAll(sql.leaves(name, trees, keeping, mine.get()));
    }
    if (!portions) {
      statements.add(sql.all(name, keeping, mine.get()));
    } else if (keyed) {
      statements.add(sql.portion(name, keeping, mine.get()));
    } else {
      owned
          .apply(name, sql.keylessAlias(name))
          .ifPresent(any -> statements.add(sql.keyless(name, any)));
    }
  }
}
