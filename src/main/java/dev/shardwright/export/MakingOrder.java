package dev.shardwright.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Puts objects into an order in which they can be made: each after those it stands on, otherwise by
 * their ids. In a ring the first of those that are left begins. Time grows with what they stand on,
 * not with the square of their number.
 */
final class MakingOrder {
  private final SortedMap<String, Object> left;
  private final Map<String, Set<String>> waits = new HashMap<>();
  private final Map<String, List<String>> waiting = new HashMap<>();
  private final SortedSet<String> ready = new TreeSet<>();

  private MakingOrder(
      SortedMap<String, Object> objects, BiFunction<String, Object, Set<String>> standsOn) {
    left = new TreeMap<>(objects);
    left.forEach((id, object) -> {
      Set<String> first = new HashSet<>(standsOn.apply(id, object));
      first.retainAll(left.keySet());
      first.remove(id);
      first.forEach(one -> waiting.computeIfAbsent(one, _ -> new ArrayList<>()).add(id));
      waits.put(id, first);
      if (first.isEmpty()) {
        ready.add(id);
      }
    });
  }

  /**
   * The objects in order.
   *
   * @param objects by their ids
   * @param standsOn the ids of what an object stands on, others than these objects' too
   */
  static List<Object> of(
      SortedMap<String, Object> objects, BiFunction<String, Object, Set<String>> standsOn) {
    return new MakingOrder(objects, standsOn).ordered();
  }

  private List<Object> ordered() {
    List<Object> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      String next = ready.isEmpty() ? left.firstKey() : ready.removeFirst();
      ordered.add(left.remove(next));
      waiting.getOrDefault(next, List.of()).forEach(id -> made(next, id));
    }
    return ordered;
  }

  private void made(String one, String id) {
    Set<String> rest = waits.getOrDefault(id, Set.of());
    if (rest.remove(one) && rest.isEmpty() && left.containsKey(id)) {
      ready.add(id);
    }
  }
}
