package dev.shardwright.model;

import java.util.Optional;

/**
 * A stored function, procedure or aggregate.
 *
 * @param signature the argument types, so that overloaded routines differ: {@code (integer, text)}
 * @param body the source; empty where the server hides it or it is no text
 */
public record Routine(
    String schema,
    String name,
    String signature,
    Kind kind,
    String language,
    Optional<String> body,
    Optional<String> definition,
    Optional<String> comment) {

  /** What it is called with. */
  public enum Kind {
    FUNCTION,
    PROCEDURE,
    AGGREGATE
  }

  /** {@code schema.name(arguments)}. */
  public String id() {
    return Names.join(schema, name) + signature;
  }
}
