package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the owners of every row by following its keys, one row after the other. */
final class OwnersOfRows {
  private final RandomDatabase database;
  private final Plan plan;
  private final List<String> rootKey;
  private final IdentityHashMap<Map<String, Integer>, Set<List<Integer>>> owners =
      new IdentityHashMap<>();

  OwnersOfRows(RandomDatabase database, Plan plan) {
    this.database = database;
    this.plan = plan;
    this.rootKey =
        database
            .schema
            .table(database.root())
            .flatMap(Table::rowIdentity)
            .map(UniqueKey::columns)
            .orElseThrow();
    database.rows.values().forEach(rows -> rows.forEach(row -> owners.put(row, new HashSet<>())));
    rows(database.root()).forEach(row -> of(row).add(key(row)));
    boolean grows = true;
    while (grows) {
      grows = database.rows.keySet().stream().map(this::grow).reduce(false, Boolean::logicalOr);
    }
  }

  /** The clients a row belongs to when rows below it ask. */
  Set<List<Integer>> of(Map<String, Integer> row) {
    Set<List<Integer>> found = owners.get(row);
    return found == null ? Set.of() : found;
  }

  Ledger ledger(TableName table) {
    long one = 0;
    long none = 0;
    long several = 0;
    for (Map<String, Integer> row : rows(table)) {
      int clients =
          table.equals(database.root()) ? 1 : over(row, plan.ownership().ownersOf(table)).size();
      one += clients == 1 ? 1 : 0;
      none += clients == 0 ? 1 : 0;
      several += clients > 1 ? 1 : 0;
    }
    return new Ledger(one, none, several);
  }

  List<Map<String, Integer>> rows(TableName table) {
    List<Map<String, Integer>> rows = database.rows.get(table);
    return rows == null ? List.of() : rows;
  }

  private boolean grow(TableName table) {
    boolean grows = false;
    if (!table.equals(database.root())) {
      List<Relation> keys = branches(table);
      for (Map<String, Integer> row : rows(table)) {
        grows |= of(row).addAll(over(row, keys));
      }
    }
    return grows;
  }

  private List<Relation> branches(TableName table) {
    var chain = plan.ownership().chains().get(table);
    return chain == null || chain.isEmpty()
        ? plan.ownership().ownersOf(table)
        : List.of(chain.getLast());
  }

  private Set<List<Integer>> over(Map<String, Integer> row, List<Relation> keys) {
    Set<List<Integer>> found = new HashSet<>();
    for (Relation key : keys) {
      parents(row, key).forEach(parent -> found.addAll(of(parent)));
    }
    return found;
  }

  private Stream<Map<String, Integer>> parents(Map<String, Integer> row, Relation key) {
    return rows(key.parent()).stream().filter(p -> RandomDatabase.leads(row, key, p));
  }

  List<Integer> key(Map<String, Integer> row) {
    List<Integer> key = new ArrayList<>();
    for (String column : rootKey) {
      @Nullable Integer value = row.get(column);
      key.add(value == null ? -1 : value);
    }
    return key;
  }
}
