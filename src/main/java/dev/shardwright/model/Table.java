package dev.shardwright.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A base table with all that belongs to it alone. Its foreign keys are the schema's relations.
 *
 * @param keys the primary key first, then the other unique keys by name
 * @param engine MySQL family: the storage engine
 * @param inherits PostgreSQL: the tables it inherits from
 * @param options the table's options as SQL text, in the order in which they must run. PostgreSQL:
 *     what follows {@code ALTER TABLE name}, e.g. {@code SET (fillfactor=70)}, {@code SET
 *     UNLOGGED}, {@code ENABLE ROW LEVEL SECURITY}, {@code REPLICA IDENTITY FULL}; what has no such
 *     form as the whole statement, {@code CREATE POLICY}, {@code CREATE STATISTICS}, {@code ALTER
 *     INDEX}, {@code COMMENT ON}
 * @param definition MySQL family: the server's SHOW CREATE TABLE text
 */
public record Table(
    TableName name,
    List<Column> columns,
    List<UniqueKey> keys,
    List<Index> indexes,
    List<Check> checks,
    List<Trigger> triggers,
    Optional<Partitioning> partitioning,
    List<TableName> inherits,
    Optional<String> engine,
    List<String> options,
    Optional<String> comment,
    RowCount rowCount,
    OptionalLong bytes,
    Optional<String> definition) {

  public Table {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
    indexes = List.copyOf(indexes);
    checks = List.copyOf(checks);
    triggers = List.copyOf(triggers);
    inherits = List.copyOf(inherits);
    options = List.copyOf(options);
  }

  /** A table of which only columns and keys matter. */
  public static Table of(TableName name, List<Column> columns, List<UniqueKey> keys) {
    return new Table(
        name,
        columns,
        keys,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        RowCount.UNKNOWN,
        OptionalLong.empty(),
        Optional.empty());
  }

  public Optional<UniqueKey> primaryKey() {
    return keys.stream().filter(key -> key.kind() == UniqueKey.Kind.PRIMARY).findFirst();
  }

  public Optional<Column> column(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  /** True if any of the columns may be NULL; a column that is not there counts as nullable. */
  public boolean anyNullable(List<String> names) {
    return names.stream().anyMatch(n -> column(n).map(Column::nullable).orElse(true));
  }

  /**
   * The key that tells one row from another: the primary key, else a unique key over NOT NULL
   * columns or one that counts NULLs as equal.
   */
  public Optional<UniqueKey> rowIdentity() {
    return keys.stream()
        .filter(UniqueKey::total)
        .filter(key ->
            key.kind() == UniqueKey.Kind.PRIMARY
                || key.nullsNotDistinct()
                || !anyNullable(key.columns()))
        .findFirst();
  }

  /**
   * True if no two rows can share these values, NULLs aside: some total key lies within the
   * columns.
   */
  public boolean uniqueOver(List<String> names) {
    Set<String> given = Set.copyOf(names);
    return keys.stream().anyMatch(key -> key.total() && given.containsAll(key.columns()));
  }

  /** The same table with other columns, e.g. with wider keys. */
  public Table withColumns(List<Column> others) {
    return changed(others, keys, checks, triggers, inherits, options, rowCount, bytes, definition);
  }

  /** The same table with other unique keys. */
  public Table withKeys(List<UniqueKey> others) {
    return changed(
        columns, others, checks, triggers, inherits, options, rowCount, bytes, definition);
  }

  /** The same table with other conditions. */
  public Table withChecks(List<Check> others) {
    return changed(columns, keys, others, triggers, inherits, options, rowCount, bytes, definition);
  }

  /** The same table with other triggers and rules. */
  public Table withTriggers(List<Trigger> others) {
    return changed(columns, keys, checks, others, inherits, options, rowCount, bytes, definition);
  }

  /** The same table as heir of others. */
  public Table withInherits(List<TableName> others) {
    return changed(columns, keys, checks, triggers, others, options, rowCount, bytes, definition);
  }

  /** The same table with other options. */
  public Table withOptions(List<String> others) {
    return changed(columns, keys, checks, triggers, inherits, others, rowCount, bytes, definition);
  }

  /** The same table with its rows counted. */
  public Table withRowCount(RowCount rows) {
    return changed(columns, keys, checks, triggers, inherits, options, rows, bytes, definition);
  }

  /** The same table of another size in bytes. */
  public Table withBytes(OptionalLong size) {
    return changed(columns, keys, checks, triggers, inherits, options, rowCount, size, definition);
  }

  /** The same table without what changes with its rows: the server's own text holds counters. */
  public Table structure() {
    return changed(
        columns,
        keys,
        checks,
        triggers,
        inherits,
        options,
        RowCount.UNKNOWN,
        OptionalLong.empty(),
        Optional.empty());
  }

  private Table changed(
      List<Column> itsColumns,
      List<UniqueKey> itsKeys,
      List<Check> itsChecks,
      List<Trigger> itsTriggers,
      List<TableName> itsParents,
      List<String> itsOptions,
      RowCount itsRows,
      OptionalLong itsBytes,
      Optional<String> itsText) {
    return new Table(
        name,
        itsColumns,
        itsKeys,
        indexes,
        itsChecks,
        itsTriggers,
        partitioning,
        itsParents,
        engine,
        itsOptions,
        comment,
        itsRows,
        itsBytes,
        itsText);
  }

  /** All its indexes' and keys' names, for look-ups by people. */
  public List<String> keyNames() {
    List<String> names = new ArrayList<>();
    keys.forEach(key -> names.add(key.name()));
    indexes.forEach(index -> names.add(index.name()));
    return names;
  }
}
