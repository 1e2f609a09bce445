package dev.shardwright.model;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A stored function, procedure or aggregate; MariaDB's package, whose body is another; MySQL's
 * library of JavaScript.
 *
 * @param signature the argument types, so that overloaded routines differ: {@code (integer, text)}
 * @param body the source; empty where the server hides it or it is no text
 * @param sessionSettings MySQL family: what held when it was made, as {@code name=value}
 */
public record Routine(
    String schema,
    String name,
    String signature,
    Kind kind,
    String language,
    Optional<String> body,
    Optional<String> definition,
    Optional<String> comment,
    Set<String> sessionSettings) {

  public Routine {
    sessionSettings = Collections.unmodifiableSet(new TreeSet<>(sessionSettings));
  }

  /** A routine that no setting of its maker's session changes. */
  public Routine(
      String schema,
      String name,
      String signature,
      Kind kind,
      String language,
      Optional<String> body,
      Optional<String> definition,
      Optional<String> comment) {
    this(schema, name, signature, kind, language, body, definition, comment, Set.of());
  }

  /** What it is called with. */
  public enum Kind {
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    /** MariaDB: what a package offers. */
    PACKAGE,
    /** MariaDB: what a package does. */
    PACKAGE_BODY,
    /** MySQL 9.2: code that routines in other languages load. */
    LIBRARY;

    /** As people write it, which is as SQL writes it too: {@code package body}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** {@code schema.name(arguments)}. */
  public String id() {
    return Names.join(schema, name) + signature;
  }

  /** {@code function schema.name(arguments)}. */
  public String title() {
    return kind.word() + " " + id();
  }

  /** Tells it from all others: a function and a procedure may have one name and arguments. */
  public String key() {
    return id() + " " + kind;
  }
}
