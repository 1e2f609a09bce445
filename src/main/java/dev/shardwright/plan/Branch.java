package dev.shardwright.plan;

import dev.shardwright.classify.Decisions;

/**
 * Another way to split, kept beside the plan to be compared with it.
 *
 * @param when the minute it was kept, ISO without a zone
 */
public record Branch(String name, String when, Decisions decisions) {}
