package dev.shardwright.risk;

import dev.shardwright.model.TableName;
import dev.shardwright.sql.BodyEffects.Effect;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a trigger, routine, event or view does, with all that it calls.
 *
 * @param effects of it and of what it calls
 * @param writes tables that it changes, sorted; of a view it writes through, the view's tables
 * @param reads tables that it reads, sorted, through views too
 * @param changesByMore true if it changes its row by more than the row itself
 * @param returns what a PostgreSQL trigger function returns, as {@code BodyEffects} has it
 * @param unread why not all of it could be read, a reason each; empty if all was
 */
record Behaviour(
    SortedSet<Effect> effects,
    List<TableName> writes,
    List<TableName> reads,
    boolean changesByMore,
    Set<String> returns,
    List<String> unread) {

  Behaviour {
    effects = Collections.unmodifiableSortedSet(new TreeSet<>(effects));
    writes = List.copyOf(new TreeSet<>(writes));
    reads = List.copyOf(new TreeSet<>(reads));
    returns = Set.copyOf(returns);
    unread = List.copyOf(new TreeSet<>(unread));
  }

  boolean has(Effect effect) {
    return effects.contains(effect);
  }

  /** All tables that it touches, sorted. */
  List<TableName> uses() {
    TreeSet<TableName> all = new TreeSet<>(reads);
    all.addAll(writes);
    return List.copyOf(all);
  }
}
