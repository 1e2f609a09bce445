package dev.shardwright.diagram;

/** How much of a table a box shows. */
public enum Detail {
  /** The name only. */
  NAMES,
  /** The name and the columns that keys use. */
  KEYS,
  /** All columns, up to a limit that keeps a box drawable. */
  COLUMNS
}
