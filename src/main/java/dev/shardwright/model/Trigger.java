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

  public Trigger {
    events = List.copyOf(events);
    sessionSettings = Collections.unmodifiableSet(new TreeSet<>(sessionSettings));
  }

  /** A trigger of the MySQL family, where each runs a statement for every row. */
  public static Trigger forEachRow(
      TableName table,
      String name,
      String timing,
      String event,
      Optional<String> body,
      Optional<String> definition,
      Set<String> sessionSettings) {
    return new Trigger(
        table,
        name,
        false,
        timing,
        List.of(event),
        true,
        true,
        Optional.empty(),
        "sql",
        body,
        definition,
        sessionSettings,
        Optional.empty(),
        Optional.empty());
  }

  /** The same trigger, switched off. */
  public Trigger off() {
    return changed(false, body, definition);
  }

  /** The same trigger with other texts. */
  public Trigger with(Optional<String> otherBody, Optional<String> otherDefinition) {
    return changed(enabled, otherBody, otherDefinition);
  }

  private Trigger changed(
      boolean isEnabled, Optional<String> otherBody, Optional<String> otherDefinition) {
    return new Trigger(
        table,
        name,
        rule,
        timing,
        events,
        perRow,
        isEnabled,
        function,
        language,
        otherBody,
        otherDefinition,
        sessionSettings,
        firing,
        comment);
  }
}
