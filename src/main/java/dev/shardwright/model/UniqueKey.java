package dev.shardwright.model;

import java.util.List;
import java.util.Optional;

/**
 * A primary key, unique constraint or unique index.
 *
 * @param predicate PostgreSQL: only rows that satisfy it are unique (a partial index)
 * @param valid false for an index that is still being built or failed
 * @param definition the server's own text: the constraint's or the index's definition
 */
public record UniqueKey(
    String name,
    Kind kind,
    List<KeyPart> parts,
    boolean nullsNotDistinct,
    Optional<String> predicate,
    boolean deferrable,
    boolean valid,
    Optional<String> definition,
    Optional<String> comment) {

  public UniqueKey {
    parts = List.copyOf(parts);
  }

  /** A plain key over whole columns. */
  public static UniqueKey of(String name, Kind kind, List<String> columns) {
    return new UniqueKey(
        name,
        kind,
        columns.stream().map(KeyPart::column).toList(),
        false,
        Optional.empty(),
        false,
        true,
        Optional.empty(),
        Optional.empty());
  }

  /** How the key was declared. */
  public enum Kind {
    PRIMARY,
    CONSTRAINT,
    INDEX
  }

  /** The columns, in key order; expressions are not among them. */
  public List<String> columns() {
    return parts.stream().filter(part -> !part.expression()).map(KeyPart::text).toList();
  }

  /**
   * True if the key is unique over whole columns of all rows: valid, not partial, no expression, no
   * prefix.
   */
  public boolean total() {
    return valid && predicate.isEmpty() && parts.stream().allMatch(KeyPart::wholeColumn);
  }
}
