package dev.shardwright.plan;

import dev.shardwright.classify.Anchors;
import dev.shardwright.classify.Classified;
import dev.shardwright.classify.Classifier;
import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.KeyCandidates;
import dev.shardwright.risk.Situation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The steps from the three inputs to the plan.
 *
 * @param relations declared and drawn, by child and name
 * @param cuts the ids of those that the DBA cut, with the reason
 */
record Derivation(
    Fit fit,
    List<Relation> relations,
    Map<String, String> cuts,
    Classified classified,
    Situation situation) {

  static Plan plan(Schema schema, Decisions decisions, Evidence evidence, LocalDate today) {
    Derivation steps = of(schema, decisions, evidence);
    Checked checked = Checked.of(steps.situation, today);
    return new Plan(
        schema,
        decisions,
        evidence,
        steps.situation,
        steps.relations.stream().map(steps::planned).toList(),
        checked.findings(),
        checked.results(),
        steps.fit.pending());
  }

  private static Derivation of(Schema schema, Decisions decisions, Evidence evidence) {
    Map<TableName, Table> tables = schema.byName();
    Fit fit = Fit.of(schema, tables, decisions);
    Map<String, String> cuts = new HashMap<>();
    fit.decisions()
        .of(Decision.Cut.class)
        .forEach(c -> cuts.put(c.relation(), c.why().orElse("cut by decision")));
    List<Relation> all = fit.relations().values().stream().sorted(SchemaGraph.BY_ID).toList();
    List<Relation> uncut =
        cuts.isEmpty() ? all : all.stream().filter(r -> !cuts.containsKey(r.id())).toList();
    SchemaGraph graph = graph(schema, all, uncut);
    Set<Relation> loose = new HashSet<>();
    uncut.stream().filter(r -> !unique(r, tables)).forEach(loose::add);
    Classified classified =
        fit.decisions()
            .root()
            .map(r -> Classifier.classify(graph, r, fit.decisions(), x -> !loose.contains(x)))
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
            inherited(schema),
            anchors(classified, tables),
            loose,
            new KeyCandidates(schema, fit.relations().values(), fit.decisions()),
            evidence);
    return new Derivation(fit, all, cuts, classified, situation);
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

  private static Set<TableName> inherited(Schema schema) {
    Set<TableName> inherited = new HashSet<>();
    schema.tables().forEach(t -> inherited.addAll(t.inherits()));
    return inherited;
  }

  /** Keys that do not guard every row prove nothing. */
  private static Anchors anchors(Classified classified, Map<TableName, Table> tables) {
    return Anchors.of(
        classified.graph(),
        classified.classification().tables(Kind.CLIENT),
        tables,
        Relation::trusted);
  }

  private static boolean unique(Relation relation, Map<TableName, Table> tables) {
    Table parent = tables.get(relation.parent());
    return parent == null || parent.uniqueOver(relation.parentColumns());
  }

  private PlannedRelation planned(Relation relation) {
    Optional<String> said =
        cuts.isEmpty() ? Optional.empty() : Optional.ofNullable(cuts.get(relation.id()));
    Optional<String> why = said.or(() -> Optional.ofNullable(classified.implied().get(relation)));
    return new PlannedRelation(relation, why.isPresent(), why);
  }
}
