package dev.shardwright.ui;

import dev.shardwright.classify.Decisions;
import java.util.ArrayList;
import java.util.List;

/** What was decided, what was decided before it, and what was taken back. */
record History(List<Decisions> past, Decisions now, List<Decisions> future) {

  History {
    past = List.copyOf(past);
    future = List.copyOf(future);
  }

  static History startingWith(Decisions decisions) {
    return new History(List.of(), decisions, List.of());
  }

  /** The next step; what was taken back is gone. Saying the same again is no step. */
  History then(Decisions next) {
    return next.equals(now) ? this : new History(plus(past, now), next, List.of());
  }

  boolean canUndo() {
    return !past.isEmpty();
  }

  boolean canRedo() {
    return !future.isEmpty();
  }

  History undone() {
    return canUndo() ? new History(minusLast(past), past.getLast(), plus(future, now)) : this;
  }

  History redone() {
    return canRedo() ? new History(plus(past, now), future.getLast(), minusLast(future)) : this;
  }

  private static List<Decisions> plus(List<Decisions> list, Decisions one) {
    List<Decisions> longer = new ArrayList<>(list);
    longer.add(one);
    return longer;
  }

  private static List<Decisions> minusLast(List<Decisions> list) {
    return list.subList(0, list.size() - 1);
  }
}
