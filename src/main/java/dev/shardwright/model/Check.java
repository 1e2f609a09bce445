package dev.shardwright.model;

/**
 * A condition that rows must meet: a CHECK, or PostgreSQL's EXCLUDE.
 *
 * @param expression the condition's SQL without the CHECK word; of an EXCLUDE its whole definition
 * @param definition the server's own text of the constraint
 */
public record Check(
    String name,
    boolean exclusion,
    String expression,
    String definition,
    boolean enforced,
    boolean validated) {}
