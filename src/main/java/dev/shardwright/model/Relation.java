package dev.shardwright.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key with all its columns together, declared in the database or drawn by the DBA; it
 * leads from the child (referencing) to the parent (referenced).
 *
 * <p>Its identity is the child table and its name: PostgreSQL's constraint names are unique per
 * table only.
 *
 * @param name the constraint's name; of a virtual relation its {@link #virtualName}
 * @param nullable true if any child column is nullable, so that a row may have no parent
 * @param validated false if rows from before the key were never checked (NOT VALID)
 * @param enforced false if the server does not check new rows either
 * @param discriminator for a type/id pair: the relation holds only for rows with this column =
 *     value
 * @param setColumns PostgreSQL: the child columns that ON DELETE SET NULL or SET DEFAULT changes;
 *     empty for all
 * @param definition the server's own text of the constraint, where it gives one
 */
public record Relation(
    TableName child,
    String name,
    List<String> childColumns,
    TableName parent,
    List<String> parentColumns,
    boolean nullable,
    Action onDelete,
    Action onUpdate,
    Match match,
    Deferral deferral,
    boolean validated,
    boolean enforced,
    Origin origin,
    Optional<Discriminator> discriminator,
    List<String> setColumns,
    Optional<String> definition,
    Optional<String> comment) {

  /** A relation of which the server says no more. */
  public Relation(
      TableName child,
      String name,
      List<String> childColumns,
      TableName parent,
      List<String> parentColumns,
      boolean nullable,
      Action onDelete,
      Action onUpdate,
      Match match,
      Deferral deferral,
      boolean validated,
      boolean enforced,
      Origin origin,
      Optional<Discriminator> discriminator) {
    this(
        child,
        name,
        childColumns,
        parent,
        parentColumns,
        nullable,
        onDelete,
        onUpdate,
        match,
        deferral,
        validated,
        enforced,
        origin,
        discriminator,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  public Relation {
    setColumns = List.copyOf(setColumns);
    childColumns = List.copyOf(childColumns);
    parentColumns = List.copyOf(parentColumns);
    if (childColumns.isEmpty() || childColumns.size() != parentColumns.size()) {
      throw new IllegalArgumentException(
          name + " joins " + childColumns.size() + " to " + parentColumns.size() + " columns");
    }
  }

  /** A declared, validated key without actions. */
  public static Relation declared(
      TableName child,
      String name,
      List<String> childColumns,
      TableName parent,
      List<String> parentColumns,
      boolean nullable) {
    return new Relation(
        child,
        name,
        childColumns,
        parent,
        parentColumns,
        nullable,
        Action.NO_ACTION,
        Action.NO_ACTION,
        Match.SIMPLE,
        Deferral.NOT_DEFERRABLE,
        true,
        true,
        Origin.DECLARED,
        Optional.empty());
  }

  /** A relation that no constraint guards: drawn by the DBA or accepted from a suggestion. */
  public static Relation virtual(
      TableName child,
      List<String> childColumns,
      TableName parent,
      List<String> parentColumns,
      boolean nullable,
      Origin origin,
      Optional<Discriminator> discriminator) {
    return new Relation(
        child,
        virtualName(childColumns, parent, parentColumns, discriminator),
        childColumns,
        parent,
        parentColumns,
        nullable,
        Action.NO_ACTION,
        Action.NO_ACTION,
        Match.SIMPLE,
        Deferral.NOT_DEFERRABLE,
        false,
        false,
        origin,
        discriminator);
  }

  /** The name of a virtual relation: {@code (col,…)->schema.table(col,…)[col=value]}. */
  public static String virtualName(
      List<String> childColumns,
      TableName parent,
      List<String> parentColumns,
      Optional<Discriminator> discriminator) {
    return "("
        + String.join(",", childColumns)
        + ")->"
        + parent
        + "("
        + String.join(",", parentColumns)
        + ")"
        + discriminator.map(d -> "[" + d.column() + "=" + d.value() + "]").orElse("");
  }

  /** The name by which people and files know it: {@code schema.table.constraint}. */
  public String id() {
    return origin == Origin.DECLARED
        ? Names.join(child.schema(), child.name(), name)
        : child + name;
  }

  public boolean declared() {
    return origin == Origin.DECLARED;
  }

  /** The same relation, nullable or not. */
  public Relation nullable(boolean other) {
    return changed(other, onDelete, deferral, validated, definition);
  }

  /** The same relation with another action when its parent goes. */
  public Relation onDelete(Action other) {
    return changed(nullable, other, deferral, validated, Optional.empty());
  }

  /** The same relation after all its rows were checked. */
  public Relation checked() {
    return changed(nullable, onDelete, deferral, true, Optional.empty());
  }

  /** The same relation, checked at another time. */
  public Relation deferral(Deferral other) {
    return changed(nullable, onDelete, other, validated, Optional.empty());
  }

  /** The server's text goes where it says what is changed. */
  private Relation changed(
      boolean isNullable,
      Action whenDeleted,
      Deferral when,
      boolean isValidated,
      Optional<String> text) {
    return new Relation(
        child,
        name,
        childColumns,
        parent,
        parentColumns,
        isNullable,
        whenDeleted,
        onUpdate,
        match,
        when,
        isValidated,
        enforced,
        origin,
        discriminator,
        setColumns,
        text,
        comment);
  }

  /** True if the server guards every row, also those from before the key. */
  public boolean trusted() {
    return enforced && validated;
  }

  /** True if child and parent are one table. */
  public boolean selfLoop() {
    return child.equals(parent);
  }

  /** Mostly asked of one and the same relation, or of two with other names. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Relation that
            && name.equals(that.name)
            && child.equals(that.child)
            && parent.equals(that.parent)
            && childColumns.equals(that.childColumns)
            && parentColumns.equals(that.parentColumns)
            && nullable == that.nullable
            && onDelete == that.onDelete
            && onUpdate == that.onUpdate
            && match == that.match
            && deferral == that.deferral
            && validated == that.validated
            && enforced == that.enforced
            && origin == that.origin
            && discriminator.equals(that.discriminator));
  }

  /** Child and name identify it; hashing the rest would only cost time in large graphs. */
  @Override
  public int hashCode() {
    return 31 * child.hashCode() + name.hashCode();
  }

  /** What happens to the child when its parent goes or changes. */
  public enum Action {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT
  }

  /** How a composite key with some NULL columns is judged. */
  public enum Match {
    SIMPLE,
    FULL
  }

  /** When the server checks the key. */
  public enum Deferral {
    NOT_DEFERRABLE,
    DEFERRABLE,
    INITIALLY_DEFERRED
  }

  /** Who says that the relation exists. */
  public enum Origin {
    DECLARED,
    VIRTUAL,
    INFERRED
  }

  /** The rows of a type/id pair for which the relation holds. */
  public record Discriminator(String column, String value) {}
}
