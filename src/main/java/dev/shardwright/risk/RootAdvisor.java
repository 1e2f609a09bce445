package dev.shardwright.risk;

import dev.shardwright.classify.Classification;
import dev.shardwright.classify.Classified;
import dev.shardwright.classify.Classifier;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Ownership;
import dev.shardwright.graph.Chains;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Ranks the tables that could be the root: by how much hangs below them, by their name, and by
 * whether a parent would take more along.
 */
public final class RootAdvisor {
  /** So many tables are worth the figures of a whole classification. */
  private static final int CLOSELY = 12;

  private final Map<TableName, Table> tables;
  private final SchemaGraph graph;
  private final Predicate<Relation> unique;

  private RootAdvisor(Schema schema) {
    this.tables = schema.byName();
    this.graph = SchemaGraph.of(tables.keySet(), schema.relations());
    this.unique =
        r -> {
          Table parent = tables.get(r.parent());
          return parent == null || parent.uniqueOver(r.parentColumns());
        };
  }

  /** The candidates, best first; tables without a single-column key are none. */
  public static List<RootCandidate> rank(Schema schema) {
    return new RootAdvisor(schema).rank();
  }

  /** What is known of a table before it is looked at closely. */
  private record Rough(Table table, double score) {}

  private List<RootCandidate> rank() {
    List<RootCandidate> ranked = rank(this::rough);
    // Where no table has children only names are left; the keys are then drawn from there.
    return ranked.isEmpty() ? rank(t -> TenantWords.weight(t.name().name())) : ranked;
  }

  private List<RootCandidate> rank(ToDoubleFunction<Table> rough) {
    return tables.values().stream()
        .filter(RootAdvisor::singleKey)
        .map(t -> new Rough(t, rough.applyAsDouble(t)))
        .filter(r -> r.score() > 0)
        .sorted(
            Comparator.comparingDouble((Rough r) -> -r.score())
                .thenComparing(r -> r.table().name()))
        .limit(CLOSELY)
        .map(r -> candidate(r.table()))
        .sorted(
            Comparator.comparingDouble((RootCandidate c) -> -c.score())
                .thenComparing(RootCandidate::table))
        .toList();
  }

  private static boolean singleKey(Table table) {
    return table.keys().stream().anyMatch(k -> k.total() && k.columns().size() == 1);
  }

  /** Cheap: only the children count, not all below. */
  private double rough(Table table) {
    double children =
        graph.toChildren(table.name()).stream().map(Relation::child).distinct().count();
    return children == 0
        ? 0
        : TenantWords.weight(table.name().name()) + children / Math.max(4, tables.size());
  }

  private RootCandidate candidate(Table table) {
    TableName name = table.name();
    Classified classified = Classifier.classify(graph, name, Decisions.root(name), unique);
    Classification kinds = classified.classification();
    int clients = count(kinds, Kind.CLIENT);
    int total =
        (int)
            kinds.tables(Kind.CLIENT).stream()
                .filter(t -> classified.ownership().of(t) == Ownership.TOTAL)
                .count();
    int blockers = blockers(classified, name);
    double score = score(table, clients - 1, total);
    return new RootCandidate(
        name,
        score,
        clients,
        count(kinds, Kind.CONTEXT),
        count(kinds, Kind.NEUTRAL),
        count(kinds, Kind.UNDECIDED),
        total,
        blockers,
        table.rowCount(),
        why(table, clients - 1, total));
  }

  private int count(Classification kinds, Kind kind) {
    return (int) kinds.tables(kind).stream().filter(tables::containsKey).count();
  }

  private double score(Table table, int below, int total) {
    double others = Math.max(1, tables.size() - 1);
    double name = TenantWords.weight(table.name().name());
    double score = 0.3 * below / others + 0.2 * total / others + 0.5 * name;
    for (TableName parent : parents(table.name())) {
      if (reach(parent) > below + 1) {
        score -= TenantWords.weight(parent.name()) > 0.5 ? 0.2 : 0.05;
      }
    }
    if (dependent(table)) {
      score -= 0.3;
    }
    return Math.round(Math.clamp(score, 0, 1) * 1000) / 1000.0;
  }

  private Set<TableName> parents(TableName table) {
    Set<TableName> parents = new HashSet<>();
    graph.toParents(table).forEach(r -> parents.add(r.parent()));
    parents.remove(table);
    return parents;
  }

  private int reach(TableName table) {
    return Chains.down(graph, List.of(table), r -> true).size() - 1;
  }

  /** A row whose own key carries the key of its parent is a part of that. */
  private boolean dependent(Table table) {
    return table
        .primaryKey()
        .filter(key ->
            graph.toParents(table.name()).stream()
                .filter(r -> !r.selfLoop())
                .anyMatch(r -> key.columns().containsAll(r.childColumns())))
        .isPresent();
  }

  /** Tables whose rows no key tells apart and no single chain owns, and the root's own loops. */
  private int blockers(Classified classified, TableName root) {
    int opaque = 0;
    for (TableName table : classified.classification().tables(Kind.CLIENT)) {
      Table found = tables.get(table);
      boolean plain = classified.ownership().plain(table);
      if (!plain && found != null && found.rowIdentity().isEmpty()) {
        opaque++;
      }
    }
    long loops = graph.toParents(root).stream().filter(Relation::selfLoop).count();
    return opaque + (int) loops;
  }

  private String why(Table table, int below, int total) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s of the other %s tables hang below it, %s of them always with one owner"
            .formatted(
                Figures.exact(below),
                Figures.exact(Math.max(0, tables.size() - 1)),
                Figures.exact(total)));
    if (TenantWords.weight(table.name().name()) >= 0.5) {
      parts.add("its name is that of a client");
    }
    parents(table.name()).stream()
        .sorted()
        .filter(p -> TenantWords.organisation(p.name()) && reach(p) > below + 1)
        .findFirst()
        .ifPresent(p -> parts.add(p + " above it takes more along"));
    return String.join("; ", parts) + ".";
  }
}
