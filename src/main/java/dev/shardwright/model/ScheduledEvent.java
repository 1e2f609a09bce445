package dev.shardwright.model;

import java.util.Optional;

/** A statement that MySQL or MariaDB runs by the clock. */
public record ScheduledEvent(
    String schema,
    String name,
    boolean enabled,
    Optional<String> body,
    Optional<String> definition) {}
