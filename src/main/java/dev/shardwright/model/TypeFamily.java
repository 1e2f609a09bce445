package dev.shardwright.model;

/** What kind of value a column holds; keys may only join columns of one family. */
public enum TypeFamily {
  INTEGER,
  DECIMAL,
  FLOAT,
  BOOLEAN,
  TEXT,
  BINARY,
  UUID,
  TEMPORAL,
  ENUM,
  JSON,
  OTHER
}
