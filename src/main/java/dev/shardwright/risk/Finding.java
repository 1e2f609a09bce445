package dev.shardwright.risk;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A design problem at one place.
 *
 * @param relations ids of the relations it is about, in the order of the problem
 * @param objects triggers, views, routines by name
 * @param message one sentence for the DBA with the number that matters
 * @param state open, until the DBA accepts or waives it
 * @param urgency compared with other findings of the severity
 */
public record Finding(
    CheckCode check,
    Optional<String> subtype,
    Severity severity,
    TableName table,
    List<String> relations,
    List<String> columns,
    List<String> objects,
    String message,
    Measured measured,
    List<Remedy> remedies,
    State state,
    Urgency urgency) {

  /** Severity, check, table, relations: the order of findings in files. */
  public static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(f -> f.check().name())
          .thenComparing(Finding::table)
          .thenComparing(f -> String.join(" ", f.relations()))
          .thenComparing(f -> String.join(" ", f.objects()))
          .thenComparing(f -> String.join(" ", f.columns()));

  /**
   * The order for people: of one severity what is open comes first, of that what is urgent, of that
   * the finding with the most broken rows.
   */
  public static final Comparator<Finding> MOST_URGENT =
      Comparator.comparing(Finding::severity)
          .thenComparing(f -> f.state() != State.OPEN)
          .thenComparing(f -> f.urgency())
          .thenComparing(f -> f.measured().brokenRows(), Comparator.reverseOrder())
          .thenComparing(WORST_FIRST);

  public Finding {
    relations = List.copyOf(relations);
    columns = List.copyOf(columns);
    objects = List.copyOf(objects);
    remedies = List.copyOf(remedies);
  }

  /**
   * What tells the finding from others of its check about the same table and relations: its
   * triggers, views, routines, or where it is about neither these nor relations its columns.
   */
  public List<String> named() {
    return objects.isEmpty() && relations.isEmpty() ? columns : objects;
  }

  /** An open finding that the schema proves; the rest is added by the methods below. */
  public static Finding of(CheckCode check, Severity severity, TableName table, String message) {
    return new Finding(
        check,
        Optional.empty(),
        severity,
        table,
        List.of(),
        List.of(),
        List.of(),
        message,
        Measured.BY_SCHEMA,
        List.of(),
        State.OPEN,
        Urgency.NORMAL);
  }

  public Finding subtype(String word) {
    return new Finding(
        check,
        Optional.of(word),
        severity,
        table,
        relations,
        columns,
        objects,
        message,
        measured,
        remedies,
        state,
        urgency);
  }

  public Finding about(Collection<Relation> those) {
    return relations(those.stream().map(Relation::id).toList());
  }

  /** About relations by their ids, also such that are only proposed. */
  public Finding relations(List<String> ids) {
    return new Finding(
        check, subtype, severity, table, ids, columns, objects, message, measured, remedies, state,
        urgency);
  }

  public Finding columns(List<String> names) {
    return new Finding(
        check, subtype, severity, table, relations, names, objects, message, measured, remedies,
        state, urgency);
  }

  public Finding objects(List<String> names) {
    return new Finding(
        check, subtype, severity, table, relations, columns, names, message, measured, remedies,
        state, urgency);
  }

  public Finding measured(Measured counted) {
    return new Finding(
        check, subtype, severity, table, relations, columns, objects, message, counted, remedies,
        state, urgency);
  }

  public Finding remedies(List<Remedy> choices) {
    return new Finding(
        check, subtype, severity, table, relations, columns, objects, message, measured, choices,
        state, urgency);
  }

  /** The same finding in another state. */
  public Finding in(State other) {
    return new Finding(
        check, subtype, severity, table, relations, columns, objects, message, measured, remedies,
        other, urgency);
  }

  public Finding urgency(Urgency how) {
    return new Finding(
        check, subtype, severity, table, relations, columns, objects, message, measured, remedies,
        state, how);
  }
}
