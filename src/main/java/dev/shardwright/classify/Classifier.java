package dev.shardwright.classify;

import dev.shardwright.graph.Chain;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Tells for every table whether it is client, context, neutral or undecided, and why.
 *
 * <p>Pure and linear in tables and relations (once more for each override).
 */
public final class Classifier {
  private Classifier() {}

  /** Without a root nothing can be told. */
  public static Classified undecided(SchemaGraph graph) {
    Map<TableName, Mark> marks = new HashMap<>();
    Mark open =
        new Mark(
            Kind.UNDECIDED, Kind.UNDECIDED, Optional.empty(), false, Ownership.NONE, Chain.EMPTY);
    graph.tables().forEach(table -> marks.put(table, open));
    return new Classified(
        new Classification(new TreeMap<>(marks)), OwnershipAnalysis.NONE, graph, Map.of());
  }

  /**
   * Classifies all tables of the graph.
   *
   * @param graph the relations that hold after cuts and virtual relations
   * @param decisions such that fit the schema
   * @param unique whether the columns a relation points at are unique in its parent
   */
  public static Classified classify(
      SchemaGraph graph, TableName root, Decisions decisions, Predicate<Relation> unique) {
    Map<TableName, Kind> overrides = new TreeMap<>();
    decisions.of(Decision.KindOverride.class).forEach(k -> overrides.put(k.table(), k.kind()));
    Map<TableName, Kind> effective = new TreeMap<>(overrides);
    effective.remove(root);
    Colours colours = Colours.of(graph, root, effective);
    Map<Relation, String> implied = implied(graph, colours, effective);
    SchemaGraph holds = implied.isEmpty() ? graph : graph.only(r -> !implied.containsKey(r));
    Map<TableName, String> owners = new HashMap<>();
    decisions.of(Decision.Owner.class).forEach(o -> owners.put(o.table(), o.relation()));
    OwnershipAnalysis ownership =
        OwnershipAnalysis.of(holds, root, colours.client().keySet(), owners, unique);
    Set<TableName> conflicts = conflicts(holds, colours, root, overrides);
    Map<TableName, Kind> computed = computed(graph, root, colours, effective);
    TreeMap<TableName, Mark> marks = new TreeMap<>();
    for (TableName table : graph.tables()) {
      Kind kind = colours.kind(table);
      marks.put(
          table,
          new Mark(
              kind,
              computed.getOrDefault(table, kind),
              Optional.ofNullable(overrides.get(table)),
              conflicts.contains(table),
              ownership.of(table),
              colours.why(table)));
    }
    return new Classified(new Classification(marks), ownership, holds, implied);
  }

  private static Map<Relation, String> implied(
      SchemaGraph graph, Colours colours, Map<TableName, Kind> overrides) {
    Map<Relation, String> cuts = new LinkedHashMap<>();
    for (Relation r : overrides.isEmpty() ? Set.<Relation>of() : graph.relations()) {
      if (!colours.fits(r)) {
        // No table ends beside a kind that does not fit unless one of the two was overridden.
        Optional.of(r.child())
            .filter(t -> separates(t, overrides))
            .or(() -> Optional.of(r.parent()).filter(t -> separates(t, overrides)))
            .ifPresent(t -> cuts.put(r, t + " is to be " + colours.kind(t).word()));
      }
    }
    return cuts;
  }

  private static boolean separates(TableName table, Map<TableName, Kind> overrides) {
    Kind kind = overrides.get(table);
    return kind == Kind.NEUTRAL || kind == Kind.CONTEXT;
  }

  /** The invariant of all derivations: no key between kinds that will not live together. */
  private static Set<TableName> conflicts(
      SchemaGraph graph, Colours colours, TableName root, Map<TableName, Kind> overrides) {
    Set<TableName> conflicts = new HashSet<>();
    for (Relation r : graph.relations()) {
      if (!colours.fits(r)) {
        conflicts.add(r.child());
        conflicts.add(r.parent());
      }
    }
    if (overrides.getOrDefault(root, Kind.CLIENT) != Kind.CLIENT) {
      conflicts.add(root);
    }
    return conflicts;
  }

  private static Map<TableName, Kind> computed(
      SchemaGraph graph, TableName root, Colours colours, Map<TableName, Kind> overrides) {
    Map<TableName, Kind> computed = new HashMap<>();
    for (TableName table : overrides.keySet()) {
      Map<TableName, Kind> others = new TreeMap<>(overrides);
      others.remove(table);
      computed.put(table, Colours.of(graph, root, others).kind(table));
    }
    computed.put(root, colours.kind(root));
    return computed;
  }
}
