package dev.shardwright.classify;

import dev.shardwright.graph.Chain;
import dev.shardwright.graph.Chains;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The guide's colouring: down from the root, up to what it needs, and what hangs below that; with
 * the chain that brought each table its colour.
 */
record Colours(
    Map<TableName, Chain> client, Map<TableName, Chain> context, Map<TableName, Chain> undecided) {

  static Colours of(SchemaGraph graph, TableName root, Map<TableName, Kind> overrides) {
    Set<TableName> seeds = overridden(overrides, Kind.CLIENT);
    seeds.add(root);
    Map<TableName, Chain> client =
        Chains.down(graph, seeds, r -> mayBecome(Kind.CLIENT, r.child(), overrides));
    Set<TableName> below = new LinkedHashSet<>(client.keySet());
    below.addAll(overridden(overrides, Kind.CONTEXT));
    below.remove(root);
    below.add(root);
    // "As shallow as you can" only means upward; client wins over context (guide, "Context data").
    Map<TableName, Chain> context =
        Chains.up(graph, below, r -> mayBecome(Kind.CONTEXT, r.parent(), overrides));
    context.keySet().removeAll(client.keySet());
    Set<TableName> above = new LinkedHashSet<>(context.keySet());
    above.addAll(overridden(overrides, Kind.UNDECIDED));
    above.removeAll(client.keySet());
    Map<TableName, Chain> undecided =
        Chains.down(
            graph,
            above,
            r -> !client.containsKey(r.child()) && mayBecome(Kind.UNDECIDED, r.child(), overrides));
    undecided.keySet().removeAll(context.keySet());
    return new Colours(client, context, undecided);
  }

  Kind kind(TableName table) {
    if (client.containsKey(table)) {
      return Kind.CLIENT;
    }
    if (context.containsKey(table)) {
      return Kind.CONTEXT;
    }
    return undecided.containsKey(table) ? Kind.UNDECIDED : Kind.NEUTRAL;
  }

  Chain why(TableName table) {
    return Optional.ofNullable(client.get(table))
        .or(() -> Optional.ofNullable(context.get(table)))
        .or(() -> Optional.ofNullable(undecided.get(table)))
        .orElse(Chain.EMPTY);
  }

  private static Set<TableName> overridden(Map<TableName, Kind> overrides, Kind kind) {
    Set<TableName> tables = new LinkedHashSet<>();
    overrides.forEach((table, is) -> {
      if (is == kind) {
        tables.add(table);
      }
    });
    return tables;
  }

  private static boolean mayBecome(Kind kind, TableName table, Map<TableName, Kind> overrides) {
    return overrides.getOrDefault(table, kind) == kind;
  }

  /**
   * True if a key may lead from a table of one kind to a parent of another without crossing
   * databases or leaving a shard without what its rows mean.
   */
  static boolean fits(Kind child, Kind parent) {
    return child == Kind.UNDECIDED
        || parent == Kind.UNDECIDED
        || child == parent
        || (child == Kind.CLIENT && parent == Kind.CONTEXT);
  }

  boolean fits(Relation relation) {
    return fits(kind(relation.child()), kind(relation.parent()));
  }
}
