package dev.shardwright.model;

/**
 * A statement of a dump, or an object of a database, that could not be used.
 *
 * @param statement its text, shortened
 * @param why the reason in one sentence
 */
public record Skipped(String statement, String why) {}
