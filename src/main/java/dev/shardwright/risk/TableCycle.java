package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.graph.TableOrder;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tables that reference each other in a circle: none of them can be filled first. */
final class TableCycle implements RiskCheck {
  /** So many tables of a way are named. */
  private static final int MOST_NAMED = 8;

  /** So many keys are offered to open a cycle by. */
  private static final int MOST_KEYS = 6;

  /** And so many to be moved to a table of their own. */
  private static final int MOST_MOVED = 2;

  @Override
  public CheckCode code() {
    return CheckCode.TABLE_CYCLE;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Kind kind : List.of(Kind.CLIENT, Kind.CONTEXT)) {
      cycles(situation, kind).forEach(among -> findings.add(finding(situation, kind, among)));
    }
    return CheckOutcome.of(findings);
  }

  /** The relations of each cycle. */
  private static List<List<Relation>> cycles(Situation situation, Kind kind) {
    Set<TableName> ofKind = new HashSet<>(situation.classification().tables(kind));
    List<Relation> among =
        situation.graph().relations().stream()
            .filter(r -> ofKind.contains(r.child()) && ofKind.contains(r.parent()))
            .filter(r -> !r.selfLoop())
            .toList();
    Map<TableName, TableName> firstOf = new HashMap<>();
    Map<TableName, List<Relation>> cycles = new TreeMap<>();
    for (List<TableName> group : SchemaGraph.of(ofKind, among).cycles()) {
      if (group.size() > 1) {
        group.forEach(table -> firstOf.put(table, group.getFirst()));
      }
    }
    for (Relation r : among) {
      TableName first = firstOf.get(r.child());
      if (first != null && first.equals(firstOf.get(r.parent()))) {
        cycles.computeIfAbsent(first, c -> new ArrayList<>()).add(r);
      }
    }
    return List.copyOf(cycles.values());
  }

  private Finding finding(Situation situation, Kind kind, List<Relation> among) {
    List<TableName> tables = among.stream().map(Relation::child).distinct().sorted().toList();
    TableOrder order = TableOrder.of(tables, among);
    boolean breakable = order.unbreakable().isEmpty();
    Severity severity =
        kind == Kind.CONTEXT ? Severity.INFO : breakable ? Severity.WARNING : Severity.ERROR;
    return Finding.of(code(), severity, tables.getFirst(), message(tables, order))
        .subtype(breakable ? "BREAKABLE" : "UNBREAKABLE")
        .about(among)
        .remedies(
            breakable
                ? later(situation, tables.getFirst(), among, order)
                : opened(situation, among, order));
  }

  private static String message(List<TableName> tables, TableOrder order) {
    String names = Names.some(tables);
    return order
        .unbreakableCycle()
        .map(way -> shortly(way, order.unbreakable().getFirst()))
        .map(c ->
            "%s form a cycle that no nullable or deferrable key opens (%s).".formatted(names, c))
        .orElseGet(() ->
            "%s form a cycle; a copy leaves %s empty first and sets it afterwards."
                .formatted(names, Names.columns(order.later())));
  }

  /** Nobody reads a way of thousands of tables. */
  private static String shortly(String way, List<TableName> tables) {
    return tables.size() <= MOST_NAMED
        ? way
        : tables.stream()
                .limit(MOST_NAMED)
                .map(TableName::toString)
                .collect(Collectors.joining(" → "))
            + " → …, a way of "
            + tables.size()
            + " tables";
  }

  /** Deferrable keys need no second pass: they are checked when all rows are there. */
  private static List<Remedy> later(
      Situation situation, TableName place, List<Relation> among, TableOrder order) {
    List<Relation> empty = order.later().stream().filter(Relation::nullable).toList();
    return empty.isEmpty()
        ? List.of(Remedy.advice("Copy it in one transaction with SET CONSTRAINTS ALL DEFERRED"))
        : List.of(TwoPasses.remedy(situation, CheckCode.TABLE_CYCLE, place, among, empty));
  }

  private static List<Remedy> opened(Situation situation, List<Relation> among, TableOrder order) {
    Set<TableName> stuck = new HashSet<>(order.unbreakable().getFirst());
    List<Relation> keys =
        among.stream()
            .filter(r -> r.declared() && stuck.contains(r.child()) && stuck.contains(r.parent()))
            .toList();
    List<Remedy> remedies = new ArrayList<>();
    keys.stream()
        .flatMap(r -> OpenKey.remedies(situation, r).stream())
        .limit(MOST_KEYS)
        .forEach(remedies::add);
    keys.stream()
        .flatMap(r -> LinkTable.of(situation, r).stream())
        .limit(MOST_MOVED)
        .forEach(remedies::add);
    return remedies.isEmpty()
        ? List.of(Remedy.advice("Move one key of the cycle to a table of its own"))
        : remedies;
  }
}
