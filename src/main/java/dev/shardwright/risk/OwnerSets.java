package dev.shardwright.risk;

import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The owners of rows that several keys or a loop of keys may give owners, as named queries of one
 * WITH: each lists, for the values by which children refer to a table's rows, the clients of these
 * rows.
 *
 * <p>They are sets of values, so rows need no identity and a row with two owners shows both. Each
 * table appears once, however many ways lead to it.
 */
final class OwnerSets {
  private final Situation situation;
  private final Sql sql;
  private final PlainOwners plain;
  private final Optional<List<String>> only;
  private final Map<TableName, Set<String>> referenced = new LinkedHashMap<>();
  private final Map<TableName, String> names = new HashMap<>();
  private final Map<TableName, List<TableName>> groups = new HashMap<>();
  private final Map<TableName, TableName> firstOf = new HashMap<>();
  private final List<String> parts = new ArrayList<>();
  private final Set<TableName> written = new HashSet<>();
  private boolean recursive;

  private OwnerSets(Situation situation, Sql sql, PlainOwners plain, Optional<List<String>> only) {
    this.situation = situation;
    this.sql = sql;
    this.plain = plain;
    this.only = only;
  }

  /**
   * The sets above some keys.
   *
   * @param only the key of the one client whose rows are asked for; then the sets name no owner
   */
  static OwnerSets above(
      Situation situation,
      Sql sql,
      PlainOwners plain,
      Collection<Relation> keys,
      Optional<List<String>> only) {
    OwnerSets sets = new OwnerSets(situation, sql, plain, only);
    sets.collect(keys);
    sets.group();
    List.copyOf(sets.referenced.keySet()).forEach(sets::write);
    return sets;
  }

  /** {@code WITH …} and a line break, or nothing if there are no sets. */
  String with() {
    return parts.isEmpty()
        ? ""
        : (recursive ? "WITH RECURSIVE\n" : "WITH\n") + String.join(",\n", parts) + "\n";
  }

  /** The same with further named queries. */
  String with(String more) {
    return parts.isEmpty() ? "WITH\n" + more + "\n" : with().stripTrailing() + ",\n" + more + "\n";
  }

  /** The set of the rows that a key leads to. */
  String set(Relation key) {
    return name(key.parent());
  }

  /** The columns of {@link #set} that hold what the child's columns are compared with. */
  List<String> keyColumns(Relation key) {
    return key.parentColumns().stream().map(c -> keyColumn(key.parent(), c)).toList();
  }

  /** True where the row's key leads into its set, known as {@code alias}. */
  String leads(Relation key, UnaryOperator<String> row, String alias) {
    return sql.leads(key, row, c -> alias + "." + keyColumn(key.parent(), c));
  }

  /** The columns of a set that hold the owner, known as {@code alias}. */
  List<String> owner(String alias) {
    return Sql.numbered(alias + ".c", owners());
  }

  private int owners() {
    return only.isPresent() ? 0 : plain.rootKey().size();
  }

  private void collect(Collection<Relation> keys) {
    Deque<Relation> open = new ArrayDeque<>(keys);
    Set<TableName> seen = new HashSet<>();
    for (Relation key = open.poll(); key != null; key = open.poll()) {
      if (!plain.plain(key)) {
        referenced.computeIfAbsent(key.parent(), p -> new TreeSet<>()).addAll(key.parentColumns());
        if (seen.add(key.parent())) {
          open.addAll(plain.branches(key.parent()));
        }
      }
    }
    referenced.keySet().forEach(table -> names.put(table, "o" + (names.size() + 1)));
  }

  private void group() {
    List<Relation> among =
        referenced.keySet().stream()
            .flatMap(t -> plain.branches(t).stream())
            .filter(r -> !plain.plain(r))
            .toList();
    SchemaGraph.of(referenced.keySet(), among)
        .cycles()
        .forEach(group ->
            group.forEach(table -> {
              groups.put(table, group);
              firstOf.put(table, group.getFirst());
            }));
  }

  private boolean together(TableName one, TableName other) {
    return firstOf.getOrDefault(one, one).equals(firstOf.getOrDefault(other, other));
  }

  /** Writes the sets above a table first, without going deeper than the stack allows. */
  private void write(TableName first) {
    Deque<TableName> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      TableName table = open.element();
      if (written.contains(table)) {
        open.remove();
        continue;
      }
      List<TableName> group = groups.getOrDefault(table, List.of(table));
      List<TableName> before =
          group.stream()
              .flatMap(t -> plain.branches(t).stream())
              .filter(r -> !together(r.parent(), table) && !plain.plain(r))
              .map(Relation::parent)
              .filter(t -> !written.contains(t))
              .toList();
      if (!before.isEmpty()) {
        before.forEach(open::push);
      } else {
        open.remove();
        written.addAll(group);
        parts.addAll(loops(group) ? closure(group) : List.of(union(table)));
      }
    }
  }

  private boolean loops(List<TableName> group) {
    return group.size() > 1 || within(group).findAny().isPresent();
  }

  /** The keys between tables of a group. */
  private Stream<Relation> within(List<TableName> group) {
    return group.stream()
        .flatMap(t -> plain.branches(t).stream())
        .filter(r -> together(r.parent(), r.child()) && !plain.plain(r));
  }

  private String name(TableName table) {
    return names.getOrDefault(table, "");
  }

  private List<String> keys(TableName table) {
    return List.copyOf(referenced.getOrDefault(table, Set.of()));
  }

  private String keyColumn(TableName table, String column) {
    return "k" + (keys(table).indexOf(column) + 1);
  }

  private String header(String name, String keyName, int keys) {
    return name + " (" + Sql.list(Sql.numbered(keyName, keys), Sql.numbered("c", owners())) + ")";
  }

  private String union(TableName table) {
    UnaryOperator<String> row = sql.row("t");
    List<String> shown = sql.columns(keys(table), row);
    List<String> selects = selects(table, shown, r -> true);
    String body =
        selects.size() == 1
            ? selects.getFirst().replaceFirst("SELECT ", "SELECT DISTINCT ")
            : String.join("\n  UNION\n", selects);
    return header(name(table), "k", shown.size()) + " AS (\n" + body + "\n)";
  }

  /** One SELECT for each key that brings owners to a table's rows. */
  private List<String> selects(TableName table, List<String> shown, Predicate<Relation> which) {
    UnaryOperator<String> row = sql.row("t");
    if (table.equals(situation.root())) {
      Ascent self = new Ascent(List.of(), sql.columns(plain.rootKey(), row));
      return List.of(select(table, shown, self));
    }
    return plain.branches(table).stream()
        .filter(which)
        .map(r ->
            plain.plain(r)
                ? select(table, shown, plain.over(r, row, Sql.aliases("p")))
                : "  SELECT "
                    + Sql.list(shown, owner("o"))
                    + "\n  FROM "
                    + sql.table(table)
                    + " t\n  JOIN "
                    + set(r)
                    + " o ON "
                    + leads(r, row, "o"))
        .toList();
  }

  private String select(TableName table, List<String> shown, Ascent way) {
    return "  SELECT "
        + Sql.list(shown, only.isPresent() ? List.of() : way.key())
        + "\n  FROM "
        + sql.table(table)
        + " t"
        + way.joined().replace("\n", "\n  ")
        + "\n  WHERE "
        + only.map(way::is).orElseGet(way::present);
  }

  private List<String> closure(List<TableName> group) {
    recursive = true;
    List<Relation> loops = within(group).toList();
    TableName first = group.getFirst();
    return loops.size() == 1 && keys(first).equals(sorted(loops.getFirst().parentColumns()))
        ? List.of(selfLoop(first, loops.getFirst()))
        : walk(group, loops);
  }

  private static List<String> sorted(List<String> columns) {
    return columns.stream().sorted().toList();
  }

  /** One key of a table to itself: the owned rows, then those below them, and so on. */
  private String selfLoop(TableName table, Relation loop) {
    UnaryOperator<String> row = sql.row("t");
    List<String> shown = sql.columns(keys(table), row);
    List<String> selects = new ArrayList<>(selects(table, shown, r -> !r.equals(loop)));
    selects.add(
        "  SELECT "
            + Sql.list(shown, owner("o"))
            + "\n  FROM "
            + name(table)
            + " o\n  JOIN "
            + sql.table(table)
            + " t ON "
            + leads(loop, row, "o"));
    return header(name(table), "k", shown.size())
        + " AS (\n"
        + String.join("\n  UNION\n", selects)
        + "\n)";
  }

  /** Loops through several tables or over several keys: a walk over rows of all of them. */
  private List<String> walk(List<TableName> group, List<Relation> loops) {
    RowNodes nodes = new RowNodes(situation, sql, group, this::keys);
    Set<Relation> inside = new HashSet<>(loops);
    String walk = "w" + name(group.getFirst());
    List<String> selects = new ArrayList<>();
    for (TableName table : group) {
      selects.addAll(selects(table, nodes.of(table, sql.row("t")), r -> !inside.contains(r)));
    }
    String edges = loops.stream().map(nodes::edge).collect(Collectors.joining("\n    UNION ALL\n"));
    List<String> n = Sql.numbered("e.n", nodes.width);
    selects.add(
        "  SELECT "
            + Sql.list(n, owner("o"))
            + "\n  FROM "
            + walk
            + " o\n  JOIN (\n"
            + edges
            + "\n  ) e ON "
            + nodes.same("e.p", "o.n"));
    List<String> written = new ArrayList<>();
    written.add(
        header(walk, "n", nodes.width) + " AS (\n" + String.join("\n  UNION\n", selects) + "\n)");
    for (TableName table : group) {
      written.add(
          header(name(table), "k", keys(table).size())
              + " AS (\n  SELECT DISTINCT "
              + Sql.list(sql.columns(keys(table), sql.row("t")), owner("o"))
              + "\n  FROM "
              + sql.table(table)
              + " t\n  JOIN "
              + walk
              + " o ON "
              + nodes.at(table, "o.n")
              + "\n)");
    }
    return written;
  }
}
