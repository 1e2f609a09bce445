package dev.shardwright.introspect;

/**
 * Something that the user of a connection may not see or read.
 *
 * @param objects what it is: {@code triggers of shop}
 * @param grant the statement that an administrator would run to change that, without a semicolon
 */
public record MissingRight(String objects, String grant) {}
