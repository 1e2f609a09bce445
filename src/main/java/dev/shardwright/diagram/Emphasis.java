package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.Map;
import java.util.Set;

/**
 * What the reader looks at.
 *
 * @param selected tables with a border; their badges' lines are drawn
 * @param lit tables that stay clear when others are dimmed; empty dims nothing
 * @param relations ids of relations that stay clear when others are dimmed
 * @param notes a word at a table: what would change in it
 */
public record Emphasis(
    Set<TableName> selected,
    Set<TableName> lit,
    Set<String> relations,
    Map<TableName, String> notes) {
  public static final Emphasis NONE = new Emphasis(Set.of(), Set.of(), Set.of(), Map.of());

  public Emphasis {
    selected = Set.copyOf(selected);
    lit = Set.copyOf(lit);
    relations = Set.copyOf(relations);
    notes = Map.copyOf(notes);
  }

  /** A selection that dims nothing. */
  public static Emphasis select(Set<TableName> selected) {
    return new Emphasis(selected, Set.of(), Set.of(), Map.of());
  }

  boolean dims() {
    return !lit.isEmpty();
  }

  /** True if some lines are drawn over everything. */
  boolean follows() {
    return !selected.isEmpty() || !relations.isEmpty();
  }

  /** True if the link is lit itself or, where none is, ends at a selected table. */
  boolean follows(Link link) {
    return relations.isEmpty()
        ? selected.contains(link.child()) || selected.contains(link.parent())
        : relations.contains(link.relation());
  }
}
