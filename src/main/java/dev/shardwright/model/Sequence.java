package dev.shardwright.model;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A number generator of its own (PostgreSQL, MariaDB).
 *
 * @param owner the column it belongs to and goes with
 * @param identity true if it is part of an identity column and not to be created by itself
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
    Optional<String> comment) {}
