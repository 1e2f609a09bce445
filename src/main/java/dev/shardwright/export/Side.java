package dev.shardwright.export;

import dev.shardwright.classify.Kind;
import java.util.Set;

/** The two databases that the monolith's tables go to. */
enum Side {
  SHARD(Set.of(Kind.CLIENT, Kind.CONTEXT)),
  NEUTRAL(Set.of(Kind.NEUTRAL));

  private final Set<Kind> kinds;

  Side(Set<Kind> kinds) {
    this.kinds = kinds;
  }

  boolean holds(Kind kind) {
    return kinds.contains(kind);
  }
}
