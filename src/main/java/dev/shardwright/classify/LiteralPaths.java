package dev.shardwright.classify;

import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The guide's and UpRooted's literal question, for comparison: do two or more simple paths lead
 * from the root to a table? Answered without listing paths, linear per table.
 *
 * <p>One shortest path is taken. A second one exists exactly if some walk leaves it and comes back
 * to it further down over tables that are not on it, or over a relation that is not.
 */
public final class LiteralPaths {
  private final SchemaGraph graph;
  private final TableName root;
  private final Set<TableName> clients;
  private final Map<TableName, Relation> before = new LinkedHashMap<>();

  private LiteralPaths(SchemaGraph graph, TableName root, Set<TableName> clients) {
    this.graph = graph;
    this.root = root;
    this.clients = clients;
    Deque<TableName> queue = new ArrayDeque<>(List.of(root));
    while (!queue.isEmpty()) {
      for (Relation r : graph.toChildren(queue.remove())) {
        if (owning(r) && !before.containsKey(r.child())) {
          before.put(r.child(), r);
          queue.add(r.child());
        }
      }
    }
  }

  /** Ready to ask for the tables of one graph. */
  public static LiteralPaths of(SchemaGraph graph, TableName root, Set<TableName> clients) {
    return new LiteralPaths(graph, root, clients);
  }

  /** True if at least two simple paths lead from the root to the table. */
  public boolean several(TableName table) {
    List<Relation> path = path(table);
    if (path.isEmpty()) {
      return false;
    }
    Map<TableName, Integer> place = new HashMap<>();
    place.put(root, 0);
    path.forEach(r -> place.put(r.child(), place.size()));
    Set<Relation> on = new HashSet<>(path);
    Set<TableName> seen = new HashSet<>();
    for (int j = path.size(); j >= 1; j--) {
      if (leaves(path.get(j - 1).child(), j, place, on, seen)) {
        return true;
      }
    }
    return false;
  }

  private boolean leaves(
      TableName from,
      int place,
      Map<TableName, Integer> places,
      Set<Relation> on,
      Set<TableName> seen) {
    Deque<TableName> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (Relation r : graph.toParents(open.remove())) {
        if (!owning(r) || on.contains(r)) {
          continue;
        }
        Integer above = places.get(r.parent());
        if (above != null && above < place) {
          return true;
        }
        if (above == null && seen.add(r.parent())) {
          open.add(r.parent());
        }
      }
    }
    return false;
  }

  private List<Relation> path(TableName table) {
    List<Relation> path = new ArrayList<>();
    for (Relation r = before.get(table); r != null; r = before.get(r.parent())) {
      path.add(r);
    }
    return path.reversed();
  }

  private boolean owning(Relation r) {
    return !r.child().equals(root)
        && !r.selfLoop()
        && clients.contains(r.child())
        && clients.contains(r.parent());
  }
}
