package dev.shardwright.risk;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.model.TableName;
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
    State state) {

  /** Severity, check, table, relations: the order of every list of findings. */
  public static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(f -> f.check().name())
          .thenComparing(Finding::table)
          .thenComparing(f -> String.join(" ", f.relations()))
          .thenComparing(f -> String.join(" ", f.objects()))
          .thenComparing(f -> String.join(" ", f.columns()));

  public Finding {
    relations = List.copyOf(relations);
    columns = List.copyOf(columns);
    objects = List.copyOf(objects);
    remedies = List.copyOf(remedies);
  }

  /** The same finding in another state. */
  public Finding in(State other) {
    return new Finding(
        check, subtype, severity, table, relations, columns, objects, message, measured, remedies,
        other);
  }
}
