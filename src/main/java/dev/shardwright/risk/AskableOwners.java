package dev.shardwright.risk;

import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much of unclear ownership above a table one question can follow. */
final class AskableOwners {
  /** So many tables with owners of their own are named in one question. */
  private static final int MOST_SETS = 200;

  /** And so many keys between them: each is a join, and each table below asks for all of them. */
  private static final int MOST_KEYS = 1_000;

  /** Why the owners of some rows are not asked for. */
  static final String UNASKABLE =
      "more than %s tables or %s keys of unclear ownership lie above it, more than one question can follow"
          .formatted(Figures.exact(MOST_SETS), Figures.exact(MOST_KEYS));

  private final PlainOwners plain;

  AskableOwners(PlainOwners plain) {
    this.plain = plain;
  }

  /** False if too much of it lies above the table. */
  boolean of(TableName table) {
    Deque<TableName> open = new ArrayDeque<>(List.of(table));
    Set<TableName> seen = new HashSet<>(open);
    int keys = 0;
    while (!open.isEmpty() && seen.size() <= MOST_SETS && keys <= MOST_KEYS) {
      for (Relation key : plain.branches(open.remove())) {
        if (!plain.plain(key)) {
          keys++;
          if (seen.add(key.parent())) {
            open.add(key.parent());
          }
        }
      }
    }
    return open.isEmpty() && keys <= MOST_KEYS;
  }
}
