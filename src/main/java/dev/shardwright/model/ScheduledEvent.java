package dev.shardwright.model;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A statement that MySQL or MariaDB runs by the clock.
 *
 * @param sessionSettings what held when it was made, time_zone among it, as {@code name=value}
 */
public record ScheduledEvent(
    String schema,
    String name,
    boolean enabled,
    Optional<String> body,
    Optional<String> definition,
    Set<String> sessionSettings) {

  public ScheduledEvent {
    sessionSettings = Collections.unmodifiableSet(new TreeSet<>(sessionSettings));
  }

  /** An event of which only the statement is known. */
  public ScheduledEvent(
      String schema,
      String name,
      boolean enabled,
      Optional<String> body,
      Optional<String> definition) {
    this(schema, name, enabled, body, definition, Set.of());
  }
}
