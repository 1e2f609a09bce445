package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.Set;

/**
 * What the reader looks at.
 *
 * @param selected tables with a border; their badges' lines are drawn
 * @param lit tables that stay clear when others are dimmed; empty dims nothing
 * @param relations ids of relations that stay clear when others are dimmed
 */
public record Emphasis(Set<TableName> selected, Set<TableName> lit, Set<String> relations) {
  public static final Emphasis NONE = new Emphasis(Set.of(), Set.of(), Set.of());

  public Emphasis {
    selected = Set.copyOf(selected);
    lit = Set.copyOf(lit);
    relations = Set.copyOf(relations);
  }

  /** A selection that dims nothing. */
  public static Emphasis select(Set<TableName> selected) {
    return new Emphasis(selected, Set.of(), Set.of());
  }

  boolean dims() {
    return !lit.isEmpty();
  }

  /** True if some lines are drawn over everything. */
  boolean follows() {
    return !selected.isEmpty() || !relations.isEmpty();
  }

  /** True if the link ends at a selected table or is lit itself. */
  boolean follows(Link link) {
    return selected.contains(link.child())
        || selected.contains(link.parent())
        || relations.contains(link.relation());
  }
}
