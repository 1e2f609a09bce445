package dev.shardwright.classify;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Optional;

/** One thing the DBA said about the split. */
public sealed interface Decision {

  /** The table that holds one row per client. */
  record Root(TableName table) implements Decision {}

  /**
   * A relation that the database does not declare.
   *
   * @param inferred true if it was accepted from a suggestion
   * @param when the day it was drawn, ISO
   */
  record Virtual(
      TableName child,
      List<String> childColumns,
      TableName parent,
      List<String> parentColumns,
      Optional<Relation.Discriminator> discriminator,
      boolean inferred,
      Optional<String> why,
      Optional<String> when)
      implements Decision {
    public Virtual {
      childColumns = List.copyOf(childColumns);
      parentColumns = List.copyOf(parentColumns);
    }

    /** {@link Relation#id} of the relation that this decision draws. */
    public String relationId() {
      return child + Relation.virtualName(childColumns, parent, parentColumns, discriminator);
    }
  }

  /** A relation that will be removed; {@code relation} is its {@link Relation#id}. */
  record Cut(String relation, Optional<String> why) implements Decision {}

  /** A kind that overrides the computed one. */
  record KindOverride(TableName table, Kind kind, Optional<String> why) implements Decision {}

  /** A column that stays a plain id, matched in software: never suggested as a key again. */
  record PlainId(TableName table, List<String> columns, Optional<String> why) implements Decision {
    public PlainId {
      columns = List.copyOf(columns);
    }
  }

  /** Which of several keys owns the rows of a contested table. */
  record Owner(TableName table, String relation, Optional<String> why) implements Decision {}

  /** Columns by which dispatch must find a client and that it keeps unique. */
  record DispatchKey(TableName table, List<String> columns) implements Decision {
    public DispatchKey {
      columns = List.copyOf(columns);
    }
  }

  /**
   * What the DBA thinks of a finding.
   *
   * @param check the check's code
   * @param relations ids of the finding's relations
   * @param objects the finding's triggers, views, routines by name, or its columns where it is
   *     about these alone; none means every finding of the check about the table and the relations
   * @param state accepted or waived
   * @param until the day a waiver ends, ISO
   */
  record FindingState(
      String check,
      TableName table,
      List<String> relations,
      List<String> objects,
      State state,
      Optional<String> why,
      Optional<String> until)
      implements Decision {
    public FindingState {
      relations = List.copyOf(relations);
      objects = List.copyOf(objects);
    }

    /** How a finding stands. */
    public enum State {
      OPEN,
      ACCEPTED,
      WAIVED
    }
  }

  /** A number or word that tunes the rules, e.g. a threshold. */
  record Setting(String name, String value) implements Decision {}
}
