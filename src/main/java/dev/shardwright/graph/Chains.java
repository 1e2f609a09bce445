package dev.shardwright.graph;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The shortest chain of relations from some tables to every table they reach: one breadth-first
 * walk, linear in tables and relations. Of equally short chains the one whose relations sort first
 * wins.
 */
public final class Chains {
  private Chains() {}

  /**
   * Walks from parents to children.
   *
   * @param follow which relations may be walked
   */
  public static Map<TableName, Chain> down(
      SchemaGraph graph, Collection<TableName> seeds, Predicate<Relation> follow) {
    return walk(seeds, graph::toChildren, Relation::child, follow);
  }

  /** Walks from children to parents. */
  public static Map<TableName, Chain> up(
      SchemaGraph graph, Collection<TableName> seeds, Predicate<Relation> follow) {
    return walk(seeds, graph::toParents, Relation::parent, follow);
  }

  private static Map<TableName, Chain> walk(
      Collection<TableName> seeds,
      Function<TableName, Collection<Relation>> next,
      Function<Relation, TableName> target,
      Predicate<Relation> follow) {
    Map<TableName, Chain> found = new LinkedHashMap<>();
    Deque<TableName> queue = new ArrayDeque<>();
    // Chains of one relation compare by that relation alone, whichever table they start at.
    List<Relation> first = new ArrayList<>();
    for (TableName seed : seeds) {
      found.put(seed, Chain.EMPTY);
      first.addAll(next.apply(seed));
    }
    first.sort(SchemaGraph.BY_ID);
    step(first, Chain.EMPTY, target, follow, found, queue);
    // The queue holds tables in the order of their chains and each table's relations are sorted:
    // so whoever comes first comes with the smallest chain.
    for (TableName table = queue.poll(); table != null; table = queue.poll()) {
      Chain chain = found.getOrDefault(table, Chain.EMPTY);
      step(next.apply(table), chain, target, follow, found, queue);
    }
    return found;
  }

  private static void step(
      Collection<Relation> relations,
      Chain chain,
      Function<Relation, TableName> target,
      Predicate<Relation> follow,
      Map<TableName, Chain> found,
      Deque<TableName> queue) {
    for (Relation relation : relations) {
      TableName table = target.apply(relation);
      if (!found.containsKey(table) && follow.test(relation)) {
        found.put(table, chain.plus(relation));
        queue.add(table);
      }
    }
  }
}
