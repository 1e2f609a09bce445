package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Table;

/** What a column cannot mean, whatever its name says. */
final class PossibleKeys {
  private final KeyTargets targets;
  private final KnownKeys known;

  PossibleKeys(KeyTargets targets, KnownKeys known) {
    this.targets = targets;
    this.known = known;
  }

  boolean possible(KeyTarget target, Table table, Column column) {
    return target.family() == column.type().family()
        && !itself(target, table, column)
        && !ownKey(target, table, column)
        && !copied(target, table, column)
        && !known.join(table, column.name(), target)
        && !elsewhere(target, table, column);
  }

  private static boolean itself(KeyTarget target, Table table, Column column) {
    return target.in(table) && target.column().equals(column.name());
  }

  /** A table's own key is no reference, unless it is the key that is at home elsewhere. */
  private boolean ownKey(KeyTarget target, Table table, Column column) {
    return targets
        .of(table.name())
        .filter(own -> own.column().equals(column.name()))
        .filter(own -> own.home() || !(target.home() || target.names(table)))
        .isPresent();
  }

  /** An archive or a partition holds the rows of the other table under their own keys. */
  private static boolean copied(KeyTarget target, Table table, Column column) {
    return target.column().equals(column.name())
        && NameWords.joined(table).startsWith(NameWords.joined(target.table()))
        && target.table().columns().stream().allMatch(c -> table.column(c.name()).isPresent());
  }

  /** A column of some key already: what it calls a parent is that key's, not a row of its own. */
  private boolean elsewhere(KeyTarget target, Table table, Column column) {
    return target.in(table) && known.hold(table, column);
  }
}
