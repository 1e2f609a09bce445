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
    return plain(
        child,
        name,
        childColumns,
        parent,
        parentColumns,
        nullable,
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
    return plain(
        child,
        virtualName(childColumns, parent, parentColumns, discriminator),
        childColumns,
        parent,
        parentColumns,
        nullable,
        false,
        origin,
        discriminator);
  }

  private static Relation plain(
      TableName child,
      String name,
      List<String> childColumns,
      TableName parent,
      List<String> parentColumns,
      boolean nullable,
      boolean guarded,
      Origin origin,
      Optional<Discriminator> discriminator) {
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
        guarded,
        guarded,
        origin,
        discriminator,
        List.of(),
        Optional.empty(),
        Optional.empty());
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

  /** The same relation under another name. */
  public Relation named(String other) {
    return at(child, other, childColumns, parent, parentColumns, nullable);
  }

  /** The same relation between tables and columns that are spelt so. */
  public Relation between(
      TableName childTable,
      List<String> fromColumns,
      TableName parentTable,
      List<String> toColumns) {
    return at(childTable, name, fromColumns, parentTable, toColumns, nullable);
  }

  /** The same relation, nullable or not. */
  public Relation nullable(boolean other) {
    return at(child, name, childColumns, parent, parentColumns, other);
  }

  private Relation at(
      TableName childTable,
      String newName,
      List<String> fromColumns,
      TableName parentTable,
      List<String> toColumns,
      boolean isNullable) {
    return new Relation(
        childTable,
        newName,
        fromColumns,
        parentTable,
        toColumns,
        isNullable,
        onDelete,
        onUpdate,
        match,
        deferral,
        validated,
        enforced,
        origin,
        discriminator,
        setColumns,
        definition,
        comment);
  }

  /** The same relation with other actions when its parent goes or changes. */
  public Relation acting(Action whenDeleted, Action whenUpdated) {
    return changed(whenDeleted, whenUpdated, deferral, validated);
  }

  /** The same relation with another action when its parent goes. */
  public Relation onDelete(Action other) {
    return changed(other, onUpdate, deferral, validated);
  }

  /** The same relation after all its rows were checked. */
  public Relation checked() {
    return changed(onDelete, onUpdate, deferral, true);
  }

  /** The same relation, checked at another time. */
  public Relation deferral(Deferral other) {
    return changed(onDelete, onUpdate, other, validated);
  }

  /** The server's text goes where it says what is changed. */
  private Relation changed(
      Action whenDeleted, Action whenUpdated, Deferral when, boolean isValidated) {
    return new Relation(
        child,
        name,
        childColumns,
        parent,
        parentColumns,
        nullable,
        whenDeleted,
        whenUpdated,
        match,
        when,
        isValidated,
        enforced,
        origin,
        discriminator,
        setColumns,
        Optional.empty(),
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
