package dev.shardwright.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * PostgreSQL: what is no table, view, routine, sequence or type of its own, but belongs to them.
 *
 * @param schema where it lives; empty for what belongs to the whole database
 * @param title as {@code COMMENT ON} names it: {@code OPERATOR public.=== (integer, integer)}
 * @param statements those that make it, its comment last
 * @param runs of an operator or a cast the function by which it works, {@code schema.name}
 * @param needs what must be there first: names of types and tables, ids of routines, titles
 * @param users what cannot be made without it: names of tables, views and types, ids of routines
 */
public record MinorObject(
    Kind kind,
    Optional<String> schema,
    String title,
    List<String> statements,
    Optional<String> runs,
    Set<String> needs,
    Set<String> users) {

  public MinorObject {
    statements = List.copyOf(statements);
    needs = Collections.unmodifiableSet(new TreeSet<>(needs));
    users = Collections.unmodifiableSet(new TreeSet<>(users));
  }

  /** What it is; those that are made by hand come last. */
  public enum Kind {
    /** A type's name before the functions that read and write its values. */
    SHELL_TYPE,
    BASE_TYPE,
    LANGUAGE,
    ACCESS_METHOD,
    OPERATOR,
    OPERATOR_FAMILY,
    OPERATOR_CLASS,
    CAST,
    TRANSFORM,
    CONVERSION,
    TEXT_SEARCH_PARSER,
    TEXT_SEARCH_TEMPLATE,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_CONFIGURATION,
    FOREIGN_DATA_WRAPPER,
    SERVER,
    FOREIGN_TABLE,
    /** These act on a whole server or hold passwords: a DBA makes them by hand. */
    USER_MAPPING,
    EVENT_TRIGGER,
    PUBLICATION,
    SUBSCRIPTION
  }

  /** True if a file shows it but does not make it. */
  public boolean byHand() {
    return kind.compareTo(Kind.USER_MAPPING) >= 0;
  }

  /** True if only a superuser may make it. */
  public boolean bySuperuser() {
    return switch (kind) {
      case SHELL_TYPE,
          BASE_TYPE,
          LANGUAGE,
          ACCESS_METHOD,
          OPERATOR_FAMILY,
          OPERATOR_CLASS,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          FOREIGN_DATA_WRAPPER ->
          true;
      default -> false;
    };
  }

  /** All its statements. */
  public String text() {
    return String.join(";\n", statements);
  }
}
