package dev.shardwright.risk;

/**
 * How soon a DBA should look at a finding, compared with others of its severity; soonest first.
 *
 * <p>In a schema that did everything right nearly all connections of clients are the owner's key
 * beside a key to one of his rows: they must not bury the few that matter.
 */
public enum Urgency {
  /** The structure itself has no answer. */
  HIGH,
  NORMAL,
  /** Likely what every sound schema has. */
  LOW
}
