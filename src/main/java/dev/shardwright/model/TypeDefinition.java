package dev.shardwright.model;

import java.util.List;
import java.util.Optional;

/**
 * A type that the database's own people made: enum, domain, composite, range (PostgreSQL), or a
 * collation, which columns name as they name types.
 *
 * @param definition the CREATE statement
 * @param base the type that a domain stands on
 * @param extras statements for what belongs to it: comments on attributes and constraints
 */
public record TypeDefinition(
    TableName name,
    Kind kind,
    String definition,
    Optional<String> base,
    Optional<String> comment,
    List<String> extras) {

  public TypeDefinition {
    extras = List.copyOf(extras);
  }

  /** What the type is made of. */
  public enum Kind {
    ENUM,
    DOMAIN,
    COMPOSITE,
    RANGE,
    COLLATION
  }
}
