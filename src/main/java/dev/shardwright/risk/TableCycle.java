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

/** Tables that reference each other in a circle: none of them can be filled first. */
final class TableCycle implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.TABLE_CYCLE;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Kind kind : List.of(Kind.CLIENT, Kind.CONTEXT)) {
      cycles(situation, kind).forEach(among -> findings.add(finding(kind, among)));
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

  private Finding finding(Kind kind, List<Relation> among) {
    List<TableName> tables = among.stream().map(Relation::child).distinct().sorted().toList();
    TableOrder order = TableOrder.of(tables, among);
    boolean breakable = order.unbreakable().isEmpty();
    Severity severity =
        kind == Kind.CONTEXT ? Severity.INFO : breakable ? Severity.WARNING : Severity.ERROR;
    return Finding.of(code(), severity, tables.getFirst(), message(tables, order))
        .subtype(breakable ? "BREAKABLE" : "UNBREAKABLE")
        .about(among)
        .remedies(breakable ? later(order) : List.of(weaken()));
  }

  private static String message(List<TableName> tables, TableOrder order) {
    String names = Names.some(tables);
    return order
        .unbreakableCycle()
        .map(c ->
            "%s form a cycle that no nullable or deferrable key opens (%s).".formatted(names, c))
        .orElseGet(() ->
            "%s form a cycle; a copy leaves %s empty first and sets it afterwards."
                .formatted(names, Names.columns(order.later())));
  }

  private static List<Remedy> later(TableOrder order) {
    return List.of(
        Remedy.advice(
            "Keep it: " + Names.columns(order.later()) + " is set by a second pass of the copy"));
  }

  private static Remedy weaken() {
    return Remedy.advice(
        "Make one key of the cycle nullable, or deferrable on PostgreSQL, or move it to a table of"
            + " its own");
  }
}
