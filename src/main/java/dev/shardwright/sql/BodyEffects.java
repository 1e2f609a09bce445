package dev.shardwright.sql;

import dev.shardwright.model.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the body of a trigger, routine, event or rule does, as far as its text tells.
 *
 * @param writes tables that it changes, sorted
 * @param reads tables that it reads, sorted
 * @param calls routines that it calls, as written without quotes, sorted; what they do comes on top
 * @param effects all kinds of effects that were found
 * @param changesByMore true if it changes the row by more than the row itself: time, chance, user,
 *     a sequence, another table, so that a second run would give another row
 * @param returns what a PostgreSQL trigger function returns: {@code NEW}, {@code OLD}, {@code
 *     NULL}, {@code OTHER}
 */
public record BodyEffects(
    List<TableName> writes,
    List<TableName> reads,
    List<String> calls,
    SortedSet<Effect> effects,
    boolean changesByMore,
    Set<String> returns) {

  public BodyEffects {
    writes = sorted(writes);
    reads = sorted(reads);
    calls = sorted(calls);
    effects = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(effects));
    returns = Set.copyOf(returns);
  }

  /** Kinds of effects, the harmless first. */
  public enum Effect {
    /** NOTIFY, locks, session variables: nothing in a table. */
    SIDE_EFFECT,
    /** It changes the row that is being written. */
    ROW_CHANGE,
    /** It changes rows of tables. */
    DML,
    /** Its text does not tell: dynamic SQL, a foreign language, an unknown construct. */
    UNKNOWN
  }

  /** True if it only looks and refuses: a validation. */
  public boolean harmless() {
    return effects.isEmpty();
  }

  private static <T extends Comparable<T>> List<T> sorted(Collection<T> values) {
    return List.copyOf(new TreeSet<>(values));
  }
}
