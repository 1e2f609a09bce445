package dev.shardwright.graph;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Tables in an order in which parents come before their children, as far as cycles allow.
 *
 * <p>A cycle is opened at its nullable relations first, then at the deferrable ones. Self loops do
 * not bear on the order. Linear in tables and relations but for sorting.
 *
 * @param later relations whose parent comes after its child: set by a second pass, or checked at
 *     commit
 * @param unbreakable cycles that no nullable or deferrable relation opens, each as the tables one
 *     meets on the way, the first not repeated
 */
public record TableOrder(
    List<TableName> tables, List<Relation> later, List<List<TableName>> unbreakable) {

  public TableOrder {
    tables = List.copyOf(tables);
    later = List.copyOf(later);
    unbreakable = unbreakable.stream().map(List::copyOf).toList();
  }

  /** The order of the given tables; relations from or to other tables are left aside. */
  public static TableOrder of(Collection<TableName> tables, Collection<Relation> relations) {
    Set<TableName> known = new HashSet<>(tables);
    SchemaGraph whole =
        SchemaGraph.of(
            tables,
            relations.stream()
                .filter(r -> known.contains(r.child()) && known.contains(r.parent()))
                .filter(r -> !r.selfLoop())
                .toList());
    SchemaGraph open = opened(opened(whole, Relation::nullable), TableOrder::deferrable);
    List<TableName> order = byLevel(open);
    Map<TableName, Integer> place = new HashMap<>();
    order.forEach(table -> place.put(table, place.size()));
    List<Relation> later =
        whole.relations().stream()
            .filter(r -> place.getOrDefault(r.parent(), -1) > place.getOrDefault(r.child(), -1))
            .toList();
    List<List<TableName>> stuck =
        open.cycles().stream().filter(c -> c.size() > 1).map(c -> way(open, c)).toList();
    return new TableOrder(order, later, stuck);
  }

  /** The first unbreakable cycle as people read it: {@code a → b → a}. */
  public Optional<String> unbreakableCycle() {
    return unbreakable.stream().findFirst().map(TableOrder::printed);
  }

  private static String printed(List<TableName> cycle) {
    StringBuilder text = new StringBuilder();
    cycle.forEach(table -> text.append(table).append(" → "));
    return text.append(cycle.getFirst()).toString();
  }

  private static boolean deferrable(Relation relation) {
    return relation.deferral() != Relation.Deferral.NOT_DEFERRABLE;
  }

  /** Without those relations that pass the test and lie within a cycle. */
  private static SchemaGraph opened(SchemaGraph graph, Predicate<Relation> weak) {
    ToIntFunction<TableName> cycle = cycleNumbers(graph);
    return graph.only(
        r -> !(weak.test(r) && cycle.applyAsInt(r.parent()) == cycle.applyAsInt(r.child())));
  }

  private static ToIntFunction<TableName> cycleNumbers(SchemaGraph graph) {
    Map<TableName, Integer> numbers = new HashMap<>();
    int number = 0;
    for (List<TableName> cycle : graph.cycles()) {
      for (TableName table : cycle) {
        numbers.put(table, number);
      }
      number++;
    }
    return table -> numbers.getOrDefault(table, -1);
  }

  /** Longest path from the sources over the cycles as single points, ties by name. */
  private static List<TableName> byLevel(SchemaGraph graph) {
    ToIntFunction<TableName> cycle = cycleNumbers(graph);
    Map<Integer, Integer> waiting = new HashMap<>();
    Map<Integer, List<Integer>> below = new HashMap<>();
    for (Relation r : graph.relations()) {
      int parent = cycle.applyAsInt(r.parent());
      int child = cycle.applyAsInt(r.child());
      if (parent != child) {
        below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(child);
        waiting.merge(child, 1, Integer::sum);
      }
    }
    Map<Integer, Integer> level = new HashMap<>();
    ArrayDeque<Integer> ready = new ArrayDeque<>();
    graph.tables().stream()
        .map(cycle::applyAsInt)
        .distinct()
        .filter(c -> !waiting.containsKey(c))
        .forEach(ready::add);
    while (!ready.isEmpty()) {
      int done = ready.remove();
      int here = level.merge(done, 0, Math::max);
      for (int child : below.getOrDefault(done, List.of())) {
        level.merge(child, here + 1, Math::max);
        if (waiting.merge(child, -1, Integer::sum) == 0) {
          ready.add(child);
        }
      }
    }
    return graph.tables().stream()
        .sorted(
            Comparator.comparing(
                    (TableName table) -> level.getOrDefault(cycle.applyAsInt(table), 0))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** One way round within strongly connected tables, from the first table back to it. */
  private static List<TableName> way(SchemaGraph graph, List<TableName> cycle) {
    Set<TableName> within = Set.copyOf(cycle);
    TableName start = cycle.getFirst();
    Map<TableName, TableName> cameFrom = new HashMap<>();
    ArrayDeque<TableName> ready = new ArrayDeque<>(List.of(start));
    while (!ready.isEmpty()) {
      TableName here = ready.remove();
      for (Relation r : graph.toChildren(here)) {
        if (r.child().equals(start)) {
          return back(start, here, cameFrom);
        }
        if (within.contains(r.child()) && cameFrom.putIfAbsent(r.child(), here) == null) {
          ready.add(r.child());
        }
      }
    }
    return cycle;
  }

  private static List<TableName> back(
      TableName start, TableName end, Map<TableName, TableName> cameFrom) {
    List<TableName> way = new ArrayList<>(List.of(end));
    while (!way.getFirst().equals(start)) {
      way.addFirst(cameFrom.getOrDefault(way.getFirst(), start));
    }
    return way;
  }
}
