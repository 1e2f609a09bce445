package dev.shardwright.risk;

import dev.shardwright.classify.Ownership;
import dev.shardwright.graph.Chain;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Leads rows up to their client where one chain of keys does it.
 *
 * <p>The way ends at the first row whose own columns provably hold the client's key: composite keys
 * that carry it make every ascent short (planner.md 8.3).
 */
final class PlainOwners {
  /** MySQL joins no more than 61 tables; longer ways are cut in pieces. */
  private static final int MOST_JOINS = 30;

  private final Situation situation;
  private final Sql sql;
  private final List<String> rootKey;

  /** Questions are written when they are read, by the window and by the one that asks them. */
  private final Map<Relation, Optional<List<String>>> carried = new ConcurrentHashMap<>();

  private final Map<Relation, Integer> joins = new ConcurrentHashMap<>();

  PlainOwners(Situation situation, Sql sql, List<String> rootKey) {
    this.situation = situation;
    this.sql = sql;
    this.rootKey = List.copyOf(rootKey);
  }

  /** The ways of one situation; what was found once need not be found again. */
  static PlainOwners of(Situation situation) {
    return new PlainOwners(situation, Sql.of(situation), rootKey(situation));
  }

  /** The columns that tell one client from another; empty if the root has no such key. */
  static List<String> rootKey(Situation situation) {
    return situation
        .table(situation.root())
        .flatMap(Table::rowIdentity)
        .map(UniqueKey::columns)
        .orElse(List.of());
  }

  List<String> rootKey() {
    return rootKey;
  }

  /** The keys that bring owners to the rows of a table, for the rows below it. */
  List<Relation> branches(TableName table) {
    Ownership status = situation.ownership().of(table);
    return status == Ownership.TOTAL || status == Ownership.SINGLE
        ? List.of(last(table))
        : situation.ownership().ownersOf(table);
  }

  /** True if the rows this key leads to have one owner each, found by joins alone. */
  boolean plain(Relation relation) {
    return situation.ownership().plain(relation.parent())
        && situation.pointsAtUnique(relation)
        && joins(relation) <= MOST_JOINS;
  }

  /**
   * The way up over a {@link #plain} key, starting at a row.
   *
   * @param aliases names for the tables joined
   */
  Ascent over(Relation relation, UnaryOperator<String> row, Supplier<String> aliases) {
    Optional<List<String>> held = carried(relation);
    if (held.isPresent()) {
      return new Ascent(List.of(), sql.columns(held.get(), row));
    }
    List<String> joins = new ArrayList<>();
    UnaryOperator<String> at = row;
    Relation step = relation;
    while (true) {
      String name = aliases.get();
      UnaryOperator<String> parent = sql.row(name);
      joins.add(
          "LEFT JOIN "
              + sql.table(step.parent())
              + " "
              + name
              + " ON "
              + sql.leads(step, at, parent));
      if (step.parent().equals(situation.root())) {
        return new Ascent(joins, sql.columns(rootKey, parent));
      }
      at = parent;
      step = last(step.parent());
      held = carried(step);
      if (held.isPresent()) {
        return new Ascent(joins, sql.columns(held.get(), at));
      }
    }
  }

  /** The child's columns that hold its client's key whenever the relation's columns are set. */
  Optional<List<String>> carried(Relation relation) {
    Optional<List<String>> known = carried.get(relation);
    if (known == null) {
      known =
          sure(relation)
              ? holding(relation.parent()).flatMap(k -> mapped(k, relation))
              : Optional.empty();
      carried.put(relation, known);
    }
    return known;
  }

  /** The last step of the chain to a table that is {@link Ownership#TOTAL} or SINGLE. */
  Relation last(TableName table) {
    return Objects.requireNonNull(situation.ownership().chains().get(table)).getLast();
  }

  private Optional<List<String>> holding(TableName parent) {
    if (parent.equals(situation.root())) {
      return Optional.of(rootKey);
    }
    Chain chain = situation.ownership().chains().get(parent);
    if (chain == null) {
      return Optional.empty();
    }
    // From the root down, so that however long the chain is, each step finds the one before done.
    Optional<List<String>> held = Optional.empty();
    for (Relation step : carried.containsKey(chain.getLast()) ? List.of(chain.getLast()) : chain) {
      held = carried(step);
    }
    return held;
  }

  /** With one NULL among several columns a composite key binds nothing (MATCH SIMPLE). */
  private static boolean sure(Relation r) {
    return r.enforced()
        && r.validated()
        && r.discriminator().isEmpty()
        && (!r.nullable() || r.childColumns().size() == 1);
  }

  private static Optional<List<String>> mapped(List<String> above, Relation r) {
    return r.parentColumns().containsAll(above)
        ? Optional.of(
            above.stream().map(c -> r.childColumns().get(r.parentColumns().indexOf(c))).toList())
        : Optional.empty();
  }

  /** How many tables the way over a key joins; counted once for each step that ways share. */
  private int joins(Relation relation) {
    List<Relation> way = new ArrayList<>();
    Relation step = relation;
    Integer known = joins.get(step);
    while (known == null) {
      way.add(step);
      boolean ends = carried(step).isPresent() || step.parent().equals(situation.root());
      known = ends ? carried(step).isPresent() ? -1 : 0 : null;
      if (known == null) {
        step = last(step.parent());
        known = joins.get(step);
      }
    }
    int count = known;
    for (Relation done : way.reversed()) {
      joins.put(done, ++count);
    }
    return count;
  }
}
