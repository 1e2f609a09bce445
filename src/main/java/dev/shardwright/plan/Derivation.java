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
import dev.shardwright.risk.BiggestClients;
import dev.shardwright.risk.Books;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.KeySuggestion;
import dev.shardwright.risk.OwnerSql;
import dev.shardwright.risk.OwnershipLedger;
import dev.shardwright.risk.Probe;
import dev.shardwright.risk.RiskCheck;
import dev.shardwright.risk.RiskChecks;
import dev.shardwright.risk.Situation;
import dev.shardwright.risk.SuggestedKeys;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
        steps.classified.graph(),
        steps.classified.classification(),
        steps.classified.ownership(),
        steps.relations.stream().map(steps::planned).toList(),
        checked.findings(),
        checked.results(),
        steps.fit.pending());
  }

  /** What the checks, the ledger and the list of the biggest clients would ask, each once. */
  static List<Probe> probes(Schema schema, Decisions decisions, Evidence evidence) {
    Situation situation = of(schema, decisions, evidence).situation;
    Map<String, Probe> bySql = new LinkedHashMap<>();
    if (situation.decisions().root().isEmpty()) {
      // Before colours are told, the data can only say which keys are missing.
      SuggestedKeys.probes(situation).forEach(p -> bySql.putIfAbsent(p.sql(), p));
    } else {
      for (RiskCheck check : RiskChecks.ALL) {
        check.probes(situation).forEach(p -> bySql.putIfAbsent(p.sql(), p));
      }
      OwnershipLedger.probes(situation).forEach(p -> bySql.putIfAbsent(p.sql(), p));
      BiggestClients.probes(situation).forEach(p -> bySql.putIfAbsent(p.sql(), p));
    }
    return List.copyOf(bySql.values());
  }

  /** Silent where the keys that hold prove as much already, among tables of any colour. */
  static List<KeySuggestion> suggestions(Schema schema, Decisions decisions, Evidence evidence) {
    Situation situation = of(schema, decisions, evidence).situation;
    SchemaGraph graph = situation.graph();
    Anchors anchors = Anchors.of(graph, graph.tables(), schema.byName(), Relation::trusted);
    return SuggestedKeys.of(situation).stream()
        .filter(s -> !anchors.imply(s.child(), s.childColumns(), s.parent(), s.parentColumns()))
        .toList();
  }

  static Books books(Schema schema, Decisions decisions, Evidence evidence) {
    return OwnershipLedger.read(of(schema, decisions, evidence).situation);
  }

  static List<BiggestClients.Share> biggest(Schema schema, Decisions decisions, Evidence evidence) {
    return BiggestClients.read(of(schema, decisions, evidence).situation);
  }

  static Optional<OwnerSql> owners(Schema schema, Decisions decisions) {
    return OwnerSql.of(of(schema, decisions, Evidence.NONE).situation);
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
