package dev.shardwright.model;

import java.util.List;
import java.util.Optional;

/**
 * An index that does not make rows unique.
 *
 * @param method how it is organised: btree, hash, gin, fulltext, spatial …
 * @param definition the server's own CREATE INDEX text, where it gives one
 */
public record Index(
    String name,
    List<KeyPart> parts,
    String method,
    Optional<String> predicate,
    Optional<String> definition,
    Optional<String> comment) {

  public Index {
    parts = List.copyOf(parts);
  }
}
