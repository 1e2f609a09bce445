package dev.shardwright.ui;

import dev.shardwright.plan.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * Where tables were put by hand, move after move. Moves stand between the decisions of the history:
 * each remembers how many decisions held when it was made, so that undo takes back what was last.
 */
record Moves(List<Move> past, Layout now, List<Move> future) {

  /** A layout as it was before or after a move, and how many decisions held then. */
  record Move(Layout layout, int decisions) {}

  Moves {
    past = List.copyOf(past);
    future = List.copyOf(future);
  }

  static Moves startingWith(Layout layout) {
    return new Moves(List.of(), layout, List.of());
  }

  Moves then(Layout next, int decisions) {
    return next.equals(now)
        ? this
        : new Moves(plus(past, new Move(now, decisions)), next, List.of());
  }

  /** True if a move came after the last decision that holds. */
  boolean undoes(int decisions) {
    return !past.isEmpty() && past.getLast().decisions() >= decisions;
  }

  boolean redoes(int decisions) {
    return !future.isEmpty() && future.getLast().decisions() <= decisions;
  }

  Moves undone() {
    Move last = past.getLast();
    return new Moves(minusLast(past), last.layout(), plus(future, new Move(now, last.decisions())));
  }

  Moves redone() {
    Move next = future.getLast();
    return new Moves(plus(past, new Move(now, next.decisions())), next.layout(), minusLast(future));
  }

  private static List<Move> plus(List<Move> list, Move one) {
    List<Move> longer = new ArrayList<>(list);
    longer.add(one);
    return longer;
  }

  private static List<Move> minusLast(List<Move> list) {
    return list.subList(0, list.size() - 1);
  }
}
