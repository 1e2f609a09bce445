package dev.shardwright.model;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A number generator of its own (PostgreSQL, MariaDB).
 *
 * @param owner the column it belongs to and goes with
 * @param identity true if it is part of an identity column and not to be created by itself
 * @param unlogged PostgreSQL: not in the write-ahead log
 * @param definition MariaDB: the server's SHOW CREATE SEQUENCE text
 */
public record Sequence(
    TableName name,
    String type,
    BigInteger start,
    BigInteger increment,
    BigInteger min,
    BigInteger max,
    long cache,
    boolean cycle,
    Optional<ColumnRef> owner,
    boolean identity,
    Optional<String> comment,
    boolean unlogged,
    Optional<String> definition) {

  /** A sequence that is kept as usual. */
  public Sequence(
      TableName name,
      String type,
      BigInteger start,
      BigInteger increment,
      BigInteger min,
      BigInteger max,
      long cache,
      boolean cycle,
      Optional<ColumnRef> owner,
      boolean identity,
      Optional<String> comment) {
    this(
        name,
        type,
        start,
        increment,
        min,
        max,
        cache,
        cycle,
        owner,
        identity,
        comment,
        false,
        Optional.empty());
  }
}
