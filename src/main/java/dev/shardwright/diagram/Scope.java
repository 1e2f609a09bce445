package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which part of a plan a diagram shows, and by what it is grouped. */
public sealed interface Scope {

  /** All tables, grouped by how tightly keys tie them together. */
  record Atlas() implements Scope {}

  /** All tables, grouped by what happens to them in the split. */
  record ByKind() implements Scope {}

  /**
   * Some tables and their neighbours.
   *
   * @param steps how many relations away a neighbour may be, in either direction
   */
  record Focus(Set<TableName> tables, int steps) implements Scope {
    public Focus {
      tables = Set.copyOf(tables);
    }
  }

  /** The chains of relations that coloured some tables, alone. */
  record Why(Set<TableName> tables) implements Scope {
    public Why {
      tables = Set.copyOf(tables);
    }
  }

  /** Some tables and all that belongs to their rows: client tables below them, at any depth. */
  record Owned(Set<TableName> tables) implements Scope {
    public Owned {
      tables = Set.copyOf(tables);
    }
  }

  /** The shortest way over relations, in either direction, from the first table to the last. */
  record Path(List<TableName> tables) implements Scope {
    public Path {
      tables = List.copyOf(tables);
    }
  }

  /** Exactly these tables. */
  record Only(List<TableName> tables) implements Scope {
    public Only {
      tables = List.copyOf(new TreeSet<>(tables));
    }
  }
}
