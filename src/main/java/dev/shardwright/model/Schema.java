package dev.shardwright.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a database is, read at one moment: the first input of a plan.
 *
 * <p>Every list is sorted by name, whatever order the reader found.
 *
 * @param extensions PostgreSQL: the names of extensions
 * @param preamble statements for what tables may stand on and that has no record of its own, in the
 *     order in which they must run. PostgreSQL: extensions with their schema, comments on schemas;
 *     MySQL family: an ALTER DATABASE for each, with character set, collation, comment, encryption
 * @param minors PostgreSQL: operators, casts and the like
 */
public record Schema(
    Provenance origin,
    List<Table> tables,
    List<Relation> relations,
    List<View> views,
    List<Routine> routines,
    List<Sequence> sequences,
    List<ScheduledEvent> events,
    List<TypeDefinition> types,
    List<String> extensions,
    List<Skipped> skipped,
    List<String> preamble,
    List<MinorObject> minors) {

  /** A schema with nothing before its types and tables, and no minor objects. */
  public Schema(
      Provenance origin,
      List<Table> tables,
      List<Relation> relations,
      List<View> views,
      List<Routine> routines,
      List<Sequence> sequences,
      List<ScheduledEvent> events,
      List<TypeDefinition> types,
      List<String> extensions,
      List<Skipped> skipped) {
    this(
        origin,
        tables,
        relations,
        views,
        routines,
        sequences,
        events,
        types,
        extensions,
        skipped,
        List.of(),
        List.of());
  }

  public Schema {
    minors = sorted(minors, MinorObject::title);
    preamble = List.copyOf(preamble);
    tables = sorted(tables, Table::name);
    relations =
        relations.stream()
            .sorted(Comparator.comparing(Relation::child).thenComparing(Relation::name))
            .toList();
    views = sorted(views, View::name);
    routines = sorted(routines, Routine::key);
    sequences = sorted(sequences, Sequence::name);
    events = sorted(events, e -> Names.join(e.schema(), e.name()));
    types = sorted(types, TypeDefinition::name);
    extensions = extensions.stream().sorted().toList();
    skipped = List.copyOf(skipped);
  }

  /** A schema of tables and relations only. */
  public static Schema of(Provenance origin, List<Table> tables, List<Relation> relations) {
    return new Schema(
        origin, tables, relations, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of());
  }

  /** The same database with other tables and relations. */
  public Schema with(List<Table> others, List<Relation> keys) {
    return new Schema(
        origin,
        others,
        keys,
        views,
        routines,
        sequences,
        events,
        types,
        extensions,
        skipped,
        preamble,
        minors);
  }

  /** The tables by name; ask once and keep it, it is built anew each time. */
  public Map<TableName, Table> byName() {
    return tables.stream()
        .collect(
            Collectors.toMap(Table::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  public Optional<Table> table(TableName name) {
    return tables.stream().filter(t -> t.name().equals(name)).findFirst();
  }

  /** Tables that relations lead to or from although they were not selected, sorted. */
  public List<TableName> outside() {
    TreeSet<TableName> outside = new TreeSet<>();
    relations.forEach(r -> {
      outside.add(r.child());
      outside.add(r.parent());
    });
    tables.forEach(t -> outside.remove(t.name()));
    return List.copyOf(outside);
  }

  private static <T, K extends Comparable<? super K>> List<T> sorted(
      List<T> list, Function<T, K> key) {
    return list.stream().sorted(Comparator.comparing(key)).toList();
  }
}
