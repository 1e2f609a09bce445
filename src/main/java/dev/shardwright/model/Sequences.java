package dev.shardwright.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The number generators of a schema, found by the columns that they feed without searching. */
public final class Sequences {
  /** PostgreSQL: {@code nextval('a.s'::regclass)}; MariaDB: {@code nextval(`a`.`s`)}. */
  private static final Pattern NEXT_VALUE =
      Pattern.compile("(?i)\\bnextval\\(\\s*(?:'((?:[^']|'')+)'|((?:`[^`]+`\\.)?`[^`]+`))");

  private final Map<TableName, Sequence> byName = new HashMap<>();
  private final Map<ColumnRef, Sequence> byOwner = new HashMap<>();

  private Sequences() {}

  public static Sequences of(Collection<Sequence> all) {
    Sequences sequences = new Sequences();
    for (Sequence sequence : all) {
      sequences.byName.put(sequence.name(), sequence);
      sequence.owner().ifPresent(column -> sequences.byOwner.put(column, sequence));
    }
    return sequences;
  }

  public Optional<Sequence> named(TableName name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * Those that a column's default calls; a name without a schema is looked for in the table's own.
   */
  public Stream<Sequence> called(TableName table, Column column) {
    return column.defaultSql().stream()
        .filter(text -> !byName.isEmpty() && text.indexOf('(') > 0)
        .flatMap(text -> NEXT_VALUE.matcher(text).results())
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1).replace("''", "'"))
        .flatMap(name -> named(table.schema(), Names.split(name)).stream());
  }

  /** The one that makes a column's numbers: what its default calls, or what belongs to it. */
  public Optional<Sequence> feeding(TableName table, Column column) {
    return called(table, column)
        .findFirst()
        .or(() -> Optional.ofNullable(byOwner.get(new ColumnRef(table, column.name()))));
  }

  private Optional<Sequence> named(String schema, List<String> parts) {
    String own = parts.size() > 1 ? parts.get(parts.size() - 2) : schema;
    return named(new TableName(own, parts.getLast()));
  }
}
