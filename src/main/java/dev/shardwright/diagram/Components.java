package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Which nodes hang together by lines, in any direction. */
final class Components {
  private final int[] leader;

  private Components(int nodes) {
    leader = new int[nodes];
    Arrays.setAll(leader, i -> i);
  }

  /**
   * The components, each with its nodes in order, by their first nodes.
   *
   * @param edges hands every edge's two ends to the consumer
   */
  static List<List<Integer>> of(int nodes, Consumer<BiConsumer<Integer, Integer>> edges) {
    Components components = new Components(nodes);
    edges.accept(components::join);
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < nodes; i++) {
      members.computeIfAbsent(components.find(i), l -> new ArrayList<>()).add(i);
    }
    return List.copyOf(members.values());
  }

  private void join(int a, int b) {
    leader[find(a)] = find(b);
  }

  private int find(int node) {
    int at = node;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }
}
