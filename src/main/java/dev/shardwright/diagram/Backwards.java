package dev.shardwright.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Finds the few lines that must run from right to left because tables refer to each other in a
 * circle. Such a line leaves its child to the right and enters its parent from the left, so that it
 * need not turn around both.
 */
final class Backwards {
  private final List<List<Integer>> leaving = new ArrayList<>();
  private final List<Elk.Edge> edges;
  private final boolean[] backwards;
  private final boolean[] open;
  private final boolean[] done;

  private Backwards(int nodes, List<Elk.Edge> edges) {
    this.edges = edges;
    backwards = new boolean[edges.size()];
    open = new boolean[nodes];
    done = new boolean[nodes];
    for (int i = 0; i < nodes; i++) {
      leaving.add(new ArrayList<>());
    }
    for (int i = 0; i < edges.size(); i++) {
      leaving.get(edges.get(i).from()).add(i);
    }
  }

  /** One flag per edge, in the order given. */
  static boolean[] of(int nodes, List<Elk.Edge> edges) {
    Backwards search = new Backwards(nodes, edges);
    boolean[] hasParent = new boolean[nodes];
    edges.stream().filter(e -> e.from() != e.to()).forEach(e -> hasParent[e.to()] = true);
    for (int i = 0; i < nodes; i++) {
      if (!hasParent[i]) {
        search.from(i);
      }
    }
    for (int i = 0; i < nodes; i++) {
      search.from(i);
    }
    return search.backwards;
  }

  private void from(int start) {
    if (done[start]) {
      return;
    }
    Deque<Integer> path = new ArrayDeque<>();
    Deque<Iterator<Integer>> rest = new ArrayDeque<>();
    enter(start, path, rest);
    while (!path.isEmpty()) {
      Iterator<Integer> next = rest.getFirst();
      if (!next.hasNext()) {
        leave(path, rest);
        continue;
      }
      int edge = next.next();
      int to = edges.get(edge).to();
      if (open[to]) {
        backwards[edge] = to != edges.get(edge).from();
      } else if (!done[to]) {
        enter(to, path, rest);
      }
    }
  }

  private void enter(int node, Deque<Integer> path, Deque<Iterator<Integer>> rest) {
    open[node] = true;
    path.push(node);
    rest.push(leaving.get(node).iterator());
  }

  private void leave(Deque<Integer> path, Deque<Iterator<Integer>> rest) {
    int node = path.pop();
    rest.pop();
    open[node] = false;
    done[node] = true;
  }
}
