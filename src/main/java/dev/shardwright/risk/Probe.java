package dev.shardwright.risk;

/**
 * A question to the data: one read-only SELECT.
 *
 * @param check the check that needs the answer
 * @param question what it asks, in one sentence
 * @param sql its exact text; the answer is stored under it
 */
public record Probe(CheckCode check, String question, String sql) {}
