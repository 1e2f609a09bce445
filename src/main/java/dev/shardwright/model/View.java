package dev.shardwright.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A view or materialized view.
 *
 * @param uses the tables and views its query reads, sorted
 * @param definition the server's own CREATE text, or the query where there is no more
 * @param extras PostgreSQL: statements for what belongs to the view, in the order in which they
 *     must run: indexes, triggers, rules, column defaults, comments
 * @param sessionSettings MySQL family: what held when it was made, as {@code name=value}
 */
public record View(
    TableName name,
    boolean materialized,
    List<TableName> uses,
    Optional<String> definition,
    Optional<String> comment,
    List<String> extras,
    Set<String> sessionSettings) {

  /** A view with nothing but its query. */
  public View(
      TableName name,
      boolean materialized,
      List<TableName> uses,
      Optional<String> definition,
      Optional<String> comment) {
    this(name, materialized, uses, definition, comment, List.of(), Set.of());
  }

  public View {
    extras = List.copyOf(extras);
    sessionSettings = Collections.unmodifiableSet(new TreeSet<>(sessionSettings));
    uses = uses.stream().sorted().distinct().toList();
  }
}
