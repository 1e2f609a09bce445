package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups of nodes with many lines inside and few between them, none larger than a limit.
 *
 * <p>Greedy modularity in rounds (Blondel and others, "Fast unfolding of communities in large
 * networks", 2008) with a limit of size; afterwards small groups join the neighbour to which they
 * have most lines. Deterministic: nodes are visited in their order.
 */
final class Communities {
  private static final int ROUNDS = 8;
  private static final int SWEEPS = 20;

  /** A line between two nodes and how much it should hold them together. */
  record Tie(int a, int b, double weight) {}

  private final int limit;
  private final int[] group;
  private List<Map<Integer, Double>> near;
  private int[] size;

  private Communities(int nodes, List<Tie> ties, int limit) {
    this.limit = limit;
    group = new int[nodes];
    Arrays.setAll(group, i -> i);
    size = new int[nodes];
    Arrays.fill(size, 1);
    near = empty(nodes);
    for (Tie tie : ties) {
      if (tie.a() != tie.b()) {
        near.get(tie.a()).merge(tie.b(), tie.weight(), Double::sum);
        near.get(tie.b()).merge(tie.a(), tie.weight(), Double::sum);
      }
    }
  }

  /**
   * The groups, each with its nodes in order, by their first nodes.
   *
   * @param limit no group is larger
   * @param small smaller groups join a neighbour if both together keep to the limit
   */
  static List<List<Integer>> of(int nodes, List<Tie> ties, int limit, int small) {
    Communities communities = new Communities(nodes, ties, limit);
    int round = 0;
    while (round < ROUNDS && communities.round()) {
      round++;
    }
    communities.joinSmall(small);
    Map<Integer, List<Integer>> members = new TreeMap<>();
    int[] firstOf = new int[nodes];
    Arrays.fill(firstOf, -1);
    for (int i = 0; i < nodes; i++) {
      int of = communities.group[i];
      firstOf[of] = firstOf[of] < 0 ? i : firstOf[of];
      members.computeIfAbsent(firstOf[of], g -> new ArrayList<>()).add(i);
    }
    return List.copyOf(members.values());
  }

  /** Moves every node to its best neighbouring group, then makes each group one node. */
  private boolean round() {
    int count = near.size();
    double[] degree = new double[count];
    double all = 0;
    for (int i = 0; i < count; i++) {
      for (double weight : near.get(i).values()) {
        degree[i] += weight;
      }
      all += degree[i];
    }
    if (all == 0) {
      return false;
    }
    int[] of = new int[count];
    Arrays.setAll(of, i -> i);
    double[] total = degree.clone();
    int[] members = size.clone();
    boolean moved = false;
    boolean changing = true;
    for (int sweep = 0; sweep < SWEEPS && changing; sweep++) {
      changing = false;
      for (int i = 0; i < count; i++) {
        int old = of[i];
        total[old] -= degree[i];
        members[old] -= size[i];
        int best = best(i, of, total, members, degree[i] / all);
        total[best] += degree[i];
        members[best] += size[i];
        of[i] = best;
        changing |= best != old;
      }
      moved |= changing;
    }
    if (moved) {
      contract(of);
    }
    return moved;
  }

  private int best(int node, int[] of, double[] total, int[] members, double share) {
    Map<Integer, Double> pull = new TreeMap<>();
    near.get(node)
        .forEach((other, weight) -> {
          if (other != node) {
            pull.merge(of[other], weight, Double::sum);
          }
        });
    int best = of[node];
    double gain = pull.getOrDefault(best, 0.0) - total[best] * share;
    for (Map.Entry<Integer, Double> entry : pull.entrySet()) {
      int candidate = entry.getKey();
      double other = entry.getValue() - total[candidate] * share;
      if (members[candidate] + size[node] <= limit && other > gain + 1e-9) {
        gain = other;
        best = candidate;
      }
    }
    return best;
  }

  private void contract(int[] of) {
    Numbering<Integer> renamed = new Numbering<>();
    for (int each : of) {
      renamed.add(each);
    }
    List<Map<Integer, Double>> next = empty(renamed.size());
    int[] sizes = new int[renamed.size()];
    for (int i = 0; i < of.length; i++) {
      int a = renamed.of(of[i]);
      sizes[a] += size[i];
      near.get(i)
          .forEach(
              (other, weight) -> next.get(a).merge(renamed.of(of[other]), weight, Double::sum));
    }
    Arrays.setAll(group, i -> renamed.of(of[group[i]]));
    near = next;
    size = sizes;
  }

  private void joinSmall(int small) {
    boolean joined = true;
    while (joined) {
      joined = false;
      int[] of = new int[near.size()];
      Arrays.setAll(of, i -> i);
      for (int i = 0; i < near.size() && !joined; i++) {
        int into = size[i] < small ? neighbour(i) : -1;
        if (into >= 0) {
          of[i] = into;
          joined = true;
        }
      }
      if (joined) {
        contract(of);
      }
    }
  }

  private int neighbour(int node) {
    int best = -1;
    double most = 0;
    for (Map.Entry<Integer, Double> entry : near.get(node).entrySet()) {
      int other = entry.getKey();
      if (other != node && size[node] + size[other] <= limit && entry.getValue() > most) {
        best = other;
        most = entry.getValue();
      }
    }
    return best;
  }

  private static List<Map<Integer, Double>> empty(int nodes) {
    List<Map<Integer, Double>> empty = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      empty.add(new TreeMap<>());
    }
    return empty;
  }
}
