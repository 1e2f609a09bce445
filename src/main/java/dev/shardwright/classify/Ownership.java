package dev.shardwright.classify;

import java.util.Locale;

/** How the rows of a client table find their owner. */
public enum Ownership {
  /** The root itself. */
  ROOT,
  /** Every row has exactly one owner, over keys that are never NULL. */
  TOTAL,
  /** One chain of keys, some nullable: a row has one owner or none. */
  SINGLE,
  /** Several nullable chains: the rows are their union. */
  MULTI,
  /** Ownership runs through a loop: the rows are a fixpoint. */
  RECURSIVE,
  /** Owned through a parent that is itself not plainly owned. */
  INHERITS,
  /** Not a client table, or one without any chain. */
  NONE;

  /** The word of files and the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
