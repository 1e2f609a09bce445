package dev.shardwright.classify;

import java.util.Locale;

/** What a table is to the split. */
public enum Kind {
  /** Its rows belong to single clients and move with them. */
  CLIENT,
  /** It gives client rows meaning and must be equal on every shard. */
  CONTEXT,
  /** It has nothing to do with clients and moves to a database of its own. */
  NEUTRAL,
  /** It hangs below context: the DBA must say what it is before an export. */
  UNDECIDED;

  /** The word of files and the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
