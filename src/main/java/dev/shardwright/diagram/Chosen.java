package dev.shardwright.diagram;

import dev.shardwright.classify.Kind;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables, and where it matters the relations, of a scope.
 *
 * @param relations ids of the only relations to draw; empty for all between the tables
 */
record Chosen(Set<TableName> tables, Optional<Set<String>> relations) {

  static Chosen of(Plan plan, Scope scope) {
    return switch (scope) {
      case Scope.Atlas atlas -> all(plan);
      case Scope.ByKind byKind -> all(plan);
      case Scope.Focus focus -> around(plan, focus);
      case Scope.Why why -> chains(plan, why.tables());
      case Scope.Owned owned -> owned(plan, owned.tables());
      case Scope.Path path -> path(plan, path.tables());
      case Scope.Only only -> new Chosen(known(plan, only.tables()), Optional.empty());
    };
  }

  boolean shows(Relation relation) {
    return relations.map(ids -> ids.contains(relation.id())).orElse(true);
  }

  private static Chosen all(Plan plan) {
    Set<TableName> tables = new LinkedHashSet<>();
    plan.schema().tables().stream().map(Table::name).forEach(tables::add);
    tables.addAll(plan.schema().outside());
    return new Chosen(tables, Optional.empty());
  }

  private static Set<TableName> known(Plan plan, Collection<TableName> wanted) {
    Set<TableName> known = new HashSet<>(wanted);
    known.retainAll(plan.classification().marks().keySet());
    return known;
  }

  private static Chosen around(Plan plan, Scope.Focus focus) {
    SchemaGraph graph = plan.graph();
    Set<TableName> reached = known(plan, focus.tables());
    Set<TableName> border = reached;
    for (int step = 0; step < focus.steps(); step++) {
      Set<TableName> next = new HashSet<>();
      for (TableName table : border) {
        graph.toChildren(table).forEach(r -> next.add(r.child()));
        graph.toParents(table).forEach(r -> next.add(r.parent()));
      }
      next.removeAll(reached);
      reached.addAll(next);
      border = next;
    }
    return new Chosen(reached, Optional.empty());
  }

  private static Chosen owned(Plan plan, Set<TableName> above) {
    Set<TableName> reached = known(plan, above);
    Set<String> relations = new HashSet<>();
    Deque<TableName> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (Relation relation : plan.graph().toChildren(open.poll())) {
        if (plan.kind(relation.child()) == Kind.CLIENT) {
          relations.add(relation.id());
          if (reached.add(relation.child())) {
            open.add(relation.child());
          }
        }
      }
    }
    return new Chosen(reached, Optional.of(relations));
  }

  /** From table to table, each way the shortest; tables without a way stand alone. */
  private static Chosen path(Plan plan, List<TableName> stops) {
    Set<TableName> tables = known(plan, stops);
    Set<String> relations = new HashSet<>();
    for (int i = 1; i < stops.size(); i++) {
      for (Relation relation : way(plan, stops.get(i - 1), stops.get(i))) {
        tables.add(relation.child());
        tables.add(relation.parent());
        relations.add(relation.id());
      }
    }
    return new Chosen(tables, Optional.of(relations));
  }

  private static List<Relation> way(Plan plan, TableName from, TableName to) {
    Map<TableName, Relation> cameBy = new HashMap<>();
    Set<TableName> seen = new HashSet<>(Set.of(from));
    Deque<TableName> open = new ArrayDeque<>(seen);
    while (!open.isEmpty() && !seen.contains(to)) {
      TableName at = open.poll();
      Stream.concat(plan.graph().toParents(at).stream(), plan.graph().toChildren(at).stream())
          .forEach(relation -> {
            TableName next = other(relation, at);
            if (seen.add(next)) {
              cameBy.put(next, relation);
              open.add(next);
            }
          });
    }
    List<Relation> way = new ArrayList<>();
    TableName at = to;
    for (Relation by = cameBy.get(at); by != null; by = cameBy.get(at)) {
      way.add(by);
      at = other(by, at);
    }
    return way;
  }

  private static TableName other(Relation relation, TableName than) {
    return relation.child().equals(than) ? relation.parent() : relation.child();
  }

  private static Chosen chains(Plan plan, Set<TableName> of) {
    Set<TableName> tables = known(plan, of);
    Set<String> relations = new HashSet<>();
    for (TableName table : Set.copyOf(tables)) {
      for (Relation relation : chain(plan, table, new HashSet<>())) {
        tables.add(relation.child());
        tables.add(relation.parent());
        relations.add(relation.id());
      }
    }
    return new Chosen(tables, Optional.of(relations));
  }

  /**
   * A context table's reason starts at a client table and an undecided table's at a context table;
   * the reader wants to see it from the root.
   */
  private static Set<Relation> chain(Plan plan, TableName table, Set<TableName> seen) {
    Set<Relation> chain = new LinkedHashSet<>();
    if (!seen.add(table)) {
      return chain;
    }
    for (Relation relation : plan.mark(table).why()) {
      chain.addAll(chain(plan, relation.parent(), seen));
      chain.addAll(chain(plan, relation.child(), seen));
      chain.add(relation);
    }
    return chain;
  }
}
