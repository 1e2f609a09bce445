package dev.shardwright.plan;

import dev.shardwright.classify.Classified;
import dev.shardwright.classify.Classifier;
import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Situation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The steps from the three inputs to the plan. */
final class Derivation {
  private Derivation() {}

  static Plan derive(Schema schema, Decisions decisions, Evidence evidence, LocalDate today) {
    Map<TableName, Table> tables = schema.byName();
    Fit fit = Fit.of(schema, tables, decisions);
    Map<String, String> cuts = new HashMap<>();
    fit.decisions()
        .of(Decision.Cut.class)
        .forEach(c -> cuts.put(c.relation(), c.why().orElse("cut by decision")));
    List<Relation> sorted = fit.relations().values().stream().sorted(SchemaGraph.BY_ID).toList();
    List<Relation> uncut =
        cuts.isEmpty() ? sorted : sorted.stream().filter(r -> !cuts.containsKey(r.id())).toList();
    SchemaGraph graph = graph(schema, sorted, uncut);
    Classified classified =
        fit.decisions()
            .root()
            .map(root -> Classifier.classify(graph, root, fit.decisions(), r -> unique(r, tables)))
            .orElseGet(() -> Classifier.undecided(graph));
    Situation situation =
        new Situation(
            schema,
            fit.decisions(),
            classified.graph(),
            classified.classification(),
            classified.ownership(),
            tables,
            fit.relations(),
            evidence);
    Checked checked = Checked.of(situation, today);
    return new Plan(
        schema,
        decisions,
        evidence,
        classified.graph(),
        classified.classification(),
        classified.ownership(),
        planned(sorted, cuts, classified.implied()),
        checked.findings(),
        checked.results(),
        fit.pending());
  }

  /** All tables stay in the graph, also those outside that only a cut relation names. */
  private static SchemaGraph graph(Schema schema, List<Relation> all, List<Relation> uncut) {
    TreeMap<TableName, Boolean> names = new TreeMap<>();
    schema.tables().forEach(t -> names.put(t.name(), true));
    all.forEach(r -> {
      names.putIfAbsent(r.child(), false);
      names.putIfAbsent(r.parent(), false);
    });
    return SchemaGraph.of(names.keySet(), uncut);
  }

  private static boolean unique(Relation relation, Map<TableName, Table> tables) {
    Table parent = tables.get(relation.parent());
    return parent == null || parent.uniqueOver(relation.parentColumns());
  }

  private static List<PlannedRelation> planned(
      List<Relation> relations, Map<String, String> cuts, Map<Relation, String> implied) {
    return relations.stream().map(r -> planned(r, cuts, implied)).toList();
  }

  private static PlannedRelation planned(
      Relation relation, Map<String, String> cuts, Map<Relation, String> implied) {
    Optional<String> why =
        cuts.isEmpty() ? Optional.empty() : Optional.ofNullable(cuts.get(relation.id()));
    Optional<String> reason = why.or(() -> Optional.ofNullable(implied.get(relation)));
    return new PlannedRelation(relation, reason.isPresent(), reason);
  }
}
