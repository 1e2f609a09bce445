package dev.shardwright.classify;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Optional;

/** One thing the DBA said about the split. */
public sealed interface Decision {

  /** Why and when he said it. */
  Note note();

  /** The same decision with another note. */
  Decision with(Note note);

  /** Why it was decided, in his words. */
  default Optional<String> why() {
    return note().why();
  }

  /** The day it was decided, ISO; empty where nobody noted it. */
  default Optional<String> when() {
    return note().when();
  }

  /**
   * What stands beside a decision and changes nothing in the plan.
   *
   * @param when the day, ISO
   */
  record Note(Optional<String> why, Optional<String> when) {
    public static final Note NONE = new Note(Optional.empty(), Optional.empty());

    /** A reason; nothing typed is no reason. */
    public Note because(String typed) {
      return new Note(Optional.of(typed.strip()).filter(w -> !w.isEmpty()), when);
    }

    public Note on(String day) {
      return new Note(why, Optional.of(day));
    }

    private static Note of(Optional<String> why) {
      return new Note(why, Optional.empty());
    }
  }

  /** The table that holds one row per client. */
  record Root(TableName table, Note note) implements Decision {
    public Root(TableName table) {
      this(table, Note.NONE);
    }

    @Override
    public Root with(Note other) {
      return new Root(table, other);
    }
  }

  /**
   * A relation that the database does not declare.
   *
   * @param inferred true if it was accepted from a suggestion
   */
  record Virtual(
      TableName child,
      List<String> childColumns,
      TableName parent,
      List<String> parentColumns,
      Optional<Relation.Discriminator> discriminator,
      boolean inferred,
      Note note)
      implements Decision {
    public Virtual {
      childColumns = List.copyOf(childColumns);
      parentColumns = List.copyOf(parentColumns);
    }

    public Virtual(
        TableName child,
        List<String> childColumns,
        TableName parent,
        List<String> parentColumns,
        Optional<Relation.Discriminator> discriminator,
        boolean inferred,
        Optional<String> why) {
      this(child, childColumns, parent, parentColumns, discriminator, inferred, Note.of(why));
    }

    @Override
    public Virtual with(Note other) {
      return new Virtual(
          child, childColumns, parent, parentColumns, discriminator, inferred, other);
    }

    /** {@link Relation#id} of the relation that this decision draws. */
    public String relationId() {
      return child + Relation.virtualName(childColumns, parent, parentColumns, discriminator);
    }
  }

  /** A relation that will be removed; {@code relation} is its {@link Relation#id}. */
  record Cut(String relation, Note note) implements Decision {
    public Cut(String relation, Optional<String> why) {
      this(relation, Note.of(why));
    }

    @Override
    public Cut with(Note other) {
      return new Cut(relation, other);
    }
  }

  /** A kind that overrides the computed one. */
  record KindOverride(TableName table, Kind kind, Note note) implements Decision {
    public KindOverride(TableName table, Kind kind, Optional<String> why) {
      this(table, kind, Note.of(why));
    }

    @Override
    public KindOverride with(Note other) {
      return new KindOverride(table, kind, other);
    }
  }

  /** A column that stays a plain id, matched in software: never suggested as a key again. */
  record PlainId(TableName table, List<String> columns, Note note) implements Decision {
    public PlainId {
      columns = List.copyOf(columns);
    }

    public PlainId(TableName table, List<String> columns, Optional<String> why) {
      this(table, columns, Note.of(why));
    }

    @Override
    public PlainId with(Note other) {
      return new PlainId(table, columns, other);
    }
  }

  /** Which of several keys owns the rows of a contested table. */
  record Owner(TableName table, String relation, Note note) implements Decision {
    public Owner(TableName table, String relation, Optional<String> why) {
      this(table, relation, Note.of(why));
    }

    @Override
    public Owner with(Note other) {
      return new Owner(table, relation, other);
    }
  }

  /** Columns by which dispatch must find a client and that it keeps unique. */
  record DispatchKey(TableName table, List<String> columns, Note note) implements Decision {
    public DispatchKey {
      columns = List.copyOf(columns);
    }

    public DispatchKey(TableName table, List<String> columns) {
      this(table, columns, Note.NONE);
    }

    @Override
    public DispatchKey with(Note other) {
      return new DispatchKey(table, columns, other);
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
      Optional<String> until,
      Note note)
      implements Decision {
    public FindingState {
      relations = List.copyOf(relations);
      objects = List.copyOf(objects);
    }

    public FindingState(
        String check,
        TableName table,
        List<String> relations,
        List<String> objects,
        State state,
        Optional<String> why,
        Optional<String> until) {
      this(check, table, relations, objects, state, until, Note.of(why));
    }

    @Override
    public FindingState with(Note other) {
      return new FindingState(check, table, relations, objects, state, until, other);
    }

    /** How a finding stands. */
    public enum State {
      OPEN,
      ACCEPTED,
      WAIVED
    }
  }

  /** A number or word that tunes the rules, e.g. a threshold. */
  record Setting(String name, String value, Note note) implements Decision {
    public Setting(String name, String value) {
      this(name, value, Note.NONE);
    }

    @Override
    public Setting with(Note other) {
      return new Setting(name, value, other);
    }
  }

  /**
   * Something that the DBA has to find out before the split; its note's reason is the answer.
   *
   * @param table what it is about; empty for the whole plan
   */
  record Question(Optional<TableName> table, String text, Note note) implements Decision {

    /** True while nobody answered. */
    public boolean open() {
      return why().isEmpty();
    }

    @Override
    public Question with(Note other) {
      return new Question(table, text, other);
    }
  }
}
