package dev.shardwright.ui.tables;

import dev.shardwright.classify.Kind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which tables the list shows.
 *
 * @param typed words that must all occur in the name
 * @param kinds the marks that are shown
 * @param closed the groups of which only the head is shown
 * @param risky only tables with open findings
 */
record TableFilter(String typed, Set<Kind> kinds, Set<Kind> closed, boolean risky) {
  static final TableFilter ALL =
      new TableFilter("", EnumSet.allOf(Kind.class), EnumSet.noneOf(Kind.class), false);

  TableFilter {
    kinds = copy(kinds);
    closed = copy(closed);
  }

  boolean passes(TableRow.Entry entry) {
    return (!risky || entry.risks() > 0) && TableRow.matches(entry.title(), typed);
  }

  TableFilter typed(String words) {
    return new TableFilter(words, kinds, closed, risky);
  }

  TableFilter risky(boolean only) {
    return new TableFilter(typed, kinds, closed, only);
  }

  TableFilter showing(Kind kind, boolean shown) {
    return new TableFilter(typed, with(kinds, kind, shown), closed, risky);
  }

  /** Closes an open group, opens a closed one. */
  TableFilter turned(Kind kind) {
    return new TableFilter(typed, kinds, with(closed, kind, !closed.contains(kind)), risky);
  }

  private static Set<Kind> with(Set<Kind> set, Kind kind, boolean in) {
    EnumSet<Kind> next = EnumSet.noneOf(Kind.class);
    next.addAll(set);
    if (in) {
      next.add(kind);
    } else {
      next.remove(kind);
    }
    return next;
  }

  private static Set<Kind> copy(Set<Kind> set) {
    EnumSet<Kind> copy = EnumSet.noneOf(Kind.class);
    copy.addAll(set);
    return Collections.unmodifiableSet(copy);
  }
}
