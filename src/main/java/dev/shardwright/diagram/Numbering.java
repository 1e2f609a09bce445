package dev.shardwright.diagram;

import java.util.HashMap;
import java.util.Map;

/** Gives things numbers, for algorithms that work on arrays. */
final class Numbering<T> {
  private final Map<T, Integer> numbers = new HashMap<>();

  void put(T thing, int number) {
    numbers.put(thing, number);
  }

  /** Numbers the thing after all others, unless it has a number. */
  void add(T thing) {
    numbers.putIfAbsent(thing, numbers.size());
  }

  boolean has(T thing) {
    return numbers.containsKey(thing);
  }

  /** The number of a thing that was added. */
  int of(T thing) {
    Integer number = numbers.get(thing);
    if (number == null) {
      throw new IllegalStateException(thing + " has no number");
    }
    return number;
  }

  int size() {
    return numbers.size();
  }
}
