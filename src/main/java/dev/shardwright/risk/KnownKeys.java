package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the keys that are there say: which columns are spoken for, and whom a name means. */
final class KnownKeys {
  private final KeyTargets targets;
  private final Map<TableName, Set<String>> taken = new HashMap<>();
  private final Map<String, Set<TableName>> parents = new HashMap<>();
  private final Set<Joined> joined = new HashSet<>();
  private final Set<Held> held = new HashSet<>();
  private final Map<String, Boolean> telling = new HashMap<>();

  /** A column that is part of a key to a parent. */
  private record Joined(TableName child, String column, TableName parent) {}

  /** A column that is part of some key. */
  private record Held(TableName child, String column) {}

  KnownKeys(KeyTargets targets, Collection<Relation> relations, Decisions decisions) {
    this.targets = targets;
    relations.forEach(this::take);
    decisions
        .of(Decision.PlainId.class)
        .forEach(plain -> takenOf(plain.table()).addAll(plain.columns()));
  }

  private void take(Relation r) {
    for (String column : r.childColumns()) {
      joined.add(new Joined(r.child(), column, r.parent()));
      held.add(new Held(r.child(), column));
    }
    if (r.childColumns().size() == 1) {
      takenOf(r.child()).addAll(r.childColumns());
      learn(r, r.childColumns().getFirst());
    }
  }

  /** A key of one column to another table tells whom its name means elsewhere. */
  private void learn(Relation r, String column) {
    boolean whole =
        targets
            .of(r.parent())
            .filter(target -> r.parentColumns().equals(List.of(target.column())))
            .isPresent();
    if (whole && !r.selfLoop() && telling(column)) {
      parents.computeIfAbsent(column, x -> new HashSet<>()).add(r.parent());
    }
  }

  /** Columns of keys share few names. */
  private boolean telling(String column) {
    return telling.computeIfAbsent(
        column, name -> !NameWords.KEY_WORDS.containsAll(NameWords.of(name)));
  }

  private Set<String> takenOf(TableName table) {
    return taken.computeIfAbsent(table, t -> new HashSet<>());
  }

  /** The columns that are a key by themselves, or plain ids by decision: never suggested. */
  Set<String> taken(Table table) {
    return taken.getOrDefault(table.name(), Set.of());
  }

  /** The tables to which columns of this name are keys. */
  Set<TableName> parents(String column) {
    return parents.getOrDefault(column, Set.of());
  }

  /** True if the column is already part of a key to the target's table. */
  boolean join(Table child, String column, KeyTarget target) {
    return joined.contains(new Joined(child.name(), column, target.table().name()));
  }

  /** True if the column is part of some key. */
  boolean hold(Table child, Column column) {
    return held.contains(new Held(child.name(), column.name()));
  }
}
