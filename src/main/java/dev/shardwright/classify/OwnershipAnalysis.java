package dev.shardwright.classify;

import dev.shardwright.graph.Chain;
import dev.shardwright.graph.Chains;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How the rows of every client table find their owner, in linear time: relations are counted, never
 * paths.
 *
 * <p>What lies above a table whose rows have one owner cannot matter, and above a table with a
 * single chain lies one chain; so counting the relations into the rest is enough.
 *
 * @param status one per client table
 * @param chains of the tables ROOT, TOTAL and SINGLE the one chain of keys from the root
 * @param owners the relations into a client table that bring owners, sorted; none for the root
 */
public record OwnershipAnalysis(
    Map<TableName, Ownership> status,
    Map<TableName, Chain> chains,
    Map<TableName, List<Relation>> owners) {

  public static final OwnershipAnalysis NONE = new OwnershipAnalysis(Map.of(), Map.of(), Map.of());

  public OwnershipAnalysis {
    status = Collections.unmodifiableMap(new LinkedHashMap<>(status));
    chains = Collections.unmodifiableMap(new LinkedHashMap<>(chains));
    owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
  }

  /** NONE for tables that are no client tables. */
  public Ownership of(TableName table) {
    return status.getOrDefault(table, Ownership.NONE);
  }

  /** The relations that bring the table's rows their owner. */
  public List<Relation> ownersOf(TableName table) {
    return owners.getOrDefault(table, List.of());
  }

  /** The one chain from the root; empty for the root and where there is none or more than one. */
  public Chain chainTo(TableName table) {
    return chains.getOrDefault(table, Chain.EMPTY);
  }

  /** True if every row has at most one owner, found over one chain. */
  public boolean plain(TableName table) {
    return chains.containsKey(table);
  }

  /**
   * Analyses the client tables.
   *
   * @param graph the relations that hold
   * @param clients all client tables
   * @param decided the id of the relation that owns a table by decision
   * @param unique whether the columns a relation points at are unique in its parent
   */
  public static OwnershipAnalysis of(
      SchemaGraph graph,
      TableName root,
      Set<TableName> clients,
      Map<TableName, String> decided,
      Predicate<Relation> unique) {
    Predicate<Relation> owning =
        r ->
            !r.child().equals(root)
                && clients.contains(r.child())
                && clients.contains(r.parent())
                && (!decided.containsKey(r.child()) || r.id().equals(decided.get(r.child())));
    Set<TableName> reached = Chains.down(graph, List.of(root), owning).keySet();
    Map<TableName, List<Relation>> owners = new LinkedHashMap<>();
    for (TableName table : reached) {
      owners.put(
          table,
          graph.toParents(table).stream()
              .filter(r -> owning.test(r) && reached.contains(r.parent()))
              .toList());
    }
    // A key to rows that are not unique may lead to several owners: it proves nothing.
    Map<TableName, Chain> chains =
        new LinkedHashMap<>(
            Chains.down(
                graph, List.of(root), r -> owning.test(r) && !r.nullable() && unique.test(r)));
    Map<TableName, Ownership> status = new HashMap<>();
    chains.keySet().forEach(t -> status.put(t, Ownership.TOTAL));
    status.put(root, Ownership.ROOT);
    settleRest(graph, owners, chains, status, unique);
    clients.forEach(t -> status.putIfAbsent(t, Ownership.NONE));
    Map<TableName, Ownership> sorted = new LinkedHashMap<>();
    clients.forEach(t -> sorted.put(t, status.getOrDefault(t, Ownership.NONE)));
    return new OwnershipAnalysis(sorted, chains, owners);
  }

  private static void settleRest(
      SchemaGraph graph,
      Map<TableName, List<Relation>> owners,
      Map<TableName, Chain> chains,
      Map<TableName, Ownership> status,
      Predicate<Relation> unique) {
    Set<TableName> rest = new LinkedHashSet<>(owners.keySet());
    rest.removeAll(chains.keySet());
    recursive(owners, rest).forEach(t -> status.put(t, Ownership.RECURSIVE));
    // Topological order: a table is ready once all its parents are settled.
    Map<TableName, Integer> open = new HashMap<>();
    Deque<TableName> ready = new ArrayDeque<>();
    for (TableName table : rest) {
      if (!status.containsKey(table)) {
        int unsettled = unsettled(owners.getOrDefault(table, List.of()), status);
        open.put(table, unsettled);
        if (unsettled == 0) {
          ready.add(table);
        }
      }
    }
    for (TableName table = ready.poll(); table != null; table = ready.poll()) {
      settle(table, owners.getOrDefault(table, List.of()), chains, status, unique);
      for (Relation r : graph.toChildren(table)) {
        boolean counts = owners.getOrDefault(r.child(), List.of()).contains(r);
        if (counts && open.containsKey(r.child()) && open.merge(r.child(), -1, Integer::sum) == 0) {
          ready.add(r.child());
        }
      }
    }
  }

  private static int unsettled(List<Relation> owners, Map<TableName, Ownership> status) {
    return (int) owners.stream().filter(r -> !status.containsKey(r.parent())).count();
  }

  private static void settle(
      TableName table,
      List<Relation> owners,
      Map<TableName, Chain> chains,
      Map<TableName, Ownership> status,
      Predicate<Relation> unique) {
    Relation only = owners.getFirst();
    Chain above = chains.get(only.parent());
    if (owners.size() > 1 || !unique.test(only)) {
      status.put(table, Ownership.MULTI);
    } else if (above != null) {
      status.put(table, Ownership.SINGLE);
      chains.put(table, above.plus(only));
    } else {
      status.put(table, Ownership.INHERITS);
    }
  }

  private static Set<TableName> recursive(
      Map<TableName, List<Relation>> owners, Set<TableName> rest) {
    List<Relation> among =
        rest.stream()
            .map(t -> owners.getOrDefault(t, List.of()))
            .flatMap(Collection::stream)
            .filter(r -> rest.contains(r.parent()))
            .toList();
    Set<TableName> recursive = new HashSet<>();
    among.stream().filter(Relation::selfLoop).forEach(r -> recursive.add(r.child()));
    SchemaGraph.of(rest, among).cycles().stream()
        .filter(group -> group.size() > 1)
        .forEach(recursive::addAll);
    return recursive;
  }
}
