package dev.shardwright.graph;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DirectedPseudograph;

/**
 * Tables and the relations between them, edges pointing from the parent to the child.
 *
 * <p>Parallel relations and self loops are edges of their own. Look-ups are constant per neighbour.
 */
public final class SchemaGraph {
  /** By child and name: the order of all lists of relations. */
  public static final Comparator<Relation> BY_ID =
      Comparator.comparing(Relation::child).thenComparing(Relation::name);

  private final DirectedPseudograph<TableName, Relation> graph =
      new DirectedPseudograph<>(Relation.class);

  private SchemaGraph() {}

  /** The graph of the given tables and relations; tables that only relations name are added. */
  public static SchemaGraph of(Collection<TableName> tables, Collection<Relation> relations) {
    SchemaGraph made = new SchemaGraph();
    new TreeSet<>(tables).forEach(made.graph::addVertex);
    relations.stream()
        .sorted(BY_ID)
        .forEach(r -> {
          made.graph.addVertex(r.parent());
          made.graph.addVertex(r.child());
          made.graph.addEdge(r.parent(), r.child(), r);
        });
    return made;
  }

  /** All tables, in the order given, then those that only relations name. */
  public Collection<TableName> tables() {
    return graph.vertexSet();
  }

  /** All relations, by child and name. */
  public Collection<Relation> relations() {
    return graph.edgeSet();
  }

  public boolean contains(TableName table) {
    return graph.containsVertex(table);
  }

  /** The relations in which the table is the parent. */
  public Collection<Relation> toChildren(TableName table) {
    return graph.outgoingEdgesOf(table);
  }

  /** The relations in which the table is the child. */
  public Collection<Relation> toParents(TableName table) {
    return graph.incomingEdgesOf(table);
  }

  /** The same tables with only those relations that pass. */
  public SchemaGraph only(Predicate<Relation> passes) {
    List<Relation> passing = relations().stream().filter(passes).toList();
    return passing.size() == relations().size() ? this : of(tables(), passing);
  }

  /** Strongly connected groups of tables; each sorted, groups by their first table. */
  public List<List<TableName>> cycles() {
    return new KosarajuStrongConnectivityInspector<>(graph)
        .stronglyConnectedSets().stream()
            .map(set -> set.stream().sorted().toList())
            .sorted(Comparator.comparing(List::getFirst))
            .toList();
  }
}
