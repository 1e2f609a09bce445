package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Emphasis;
import dev.shardwright.model.TableName;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What stands out of the drawing: the selection, what a finding needs, what would change. */
final class Attention {
  private final BooleanProperty dims = new SimpleBooleanProperty();
  private Set<TableName> lit = Set.of();
  private Set<String> relations = Set.of();
  private Map<TableName, String> notes = Map.of();

  /** True if what has nothing to do with the selection is dimmed. */
  BooleanProperty dimsProperty() {
    return dims;
  }

  void light(Set<TableName> tables, Set<String> ofRelations) {
    lit = Set.copyOf(tables);
    relations = Set.copyOf(ofRelations);
  }

  /** The tables that a finding or a relation is about. */
  Set<TableName> lit() {
    return lit;
  }

  void note(Map<TableName, String> words) {
    notes = Map.copyOf(words);
  }

  Map<TableName, String> notes() {
    return notes;
  }

  Emphasis emphasis(Set<TableName> selected, Drawing drawing) {
    return new Emphasis(selected, clear(selected, drawing), relations, notes);
  }

  /** What is not dimmed: what a finding needs, or the selection with its neighbours. */
  private Set<TableName> clear(Set<TableName> selected, Drawing drawing) {
    if (!lit.isEmpty() || !dims.get()) {
      return lit;
    }
    Set<TableName> clear = new HashSet<>(selected);
    selected.forEach(t -> clear.addAll(Compass.neighbours(drawing, t)));
    return clear;
  }
}
