package dev.shardwright.model;

import java.util.Optional;

/**
 * A type that the database's own people made: enum, domain, composite, range (PostgreSQL).
 *
 * @param definition the CREATE statement
 * @param base the type that a domain stands on
 */
public record TypeDefinition(
    TableName name, Kind kind, String definition, Optional<String> base, Optional<String> comment) {

  /** What the type is made of. */
  public enum Kind {
    ENUM,
    DOMAIN,
    COMPOSITE,
    RANGE
  }
}
