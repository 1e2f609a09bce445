package dev.shardwright.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A trigger of a table, or one of PostgreSQL's rewrite rules, which do the same work.
 *
 * @param timing BEFORE, AFTER, INSTEAD OF; of a rule ALSO or INSTEAD
 * @param events INSERT, UPDATE, DELETE, TRUNCATE in that order
 * @param function PostgreSQL: the function that runs, {@code schema.name}
 * @param body what runs: MySQL's statement; PostgreSQL's function source; of a rule its definition
 * @param definition the server's own CREATE text
 * @param sessionSettings MySQL family: what held when it was made (sql_mode, character set …), as
 *     {@code name=value}
 * @param firing PostgreSQL: ALWAYS or REPLICA, if it does not fire in usual sessions only
 */
public record Trigger(
    TableName table,
    String name,
    boolean rule,
    String timing,
    List<String> events,
    boolean perRow,
    boolean enabled,
    Optional<String> function,
    String language,
    Optional<String> body,
    Optional<String> definition,
    Set<String> sessionSettings,
    Optional<String> firing,
    Optional<String> comment) {

  /** A trigger that fires as usual. */
  public Trigger(
      TableName table,
      String name,
      boolean rule,
      String timing,
      List<String> events,
      boolean perRow,
      boolean enabled,
      Optional<String> function,
      String language,
      Optional<String> body,
      Optional<String> definition,
      Set<String> sessionSettings) {
    this(
        table,
        name,
        rule,
        timing,
        events,
        perRow,
        enabled,
        function,
        language,
        body,
        definition,
        sessionSettings,
        Optional.empty(),
        Optional.empty());
  }

  public Trigger {
    events = List.copyOf(events);
    sessionSettings = Collections.unmodifiableSet(new TreeSet<>(sessionSettings));
  }
}
