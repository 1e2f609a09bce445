package dev.shardwright.plan;

import dev.shardwright.classify.Anchors;
import dev.shardwright.classify.Classification;
import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Mark;
import dev.shardwright.classify.OwnershipAnalysis;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.BiggestClients;
import dev.shardwright.risk.Books;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.KeySuggestion;
import dev.shardwright.risk.OwnerSql;
import dev.shardwright.risk.OwnershipLedger;
import dev.shardwright.risk.Probe;
import dev.shardwright.risk.Remedy;
import dev.shardwright.risk.Severity;
import dev.shardwright.risk.Situation;
import dev.shardwright.risk.SuggestedKeys;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything Shardwright shows and exports, derived from what the database is, what the DBA said
 * and what was counted.
 *
 * <p>Without a root every table is undecided and no check has run.
 *
 * @param situation what the checks looked at; whatever else is worked out looks at the same
 * @param relations all relations, cut ones included, by child and name
 * @param findings worst first
 * @param checks one result per check, in the order of the list of checks
 * @param pending decisions that do not fit this schema, each with the reason; never dropped
 */
public record Plan(
    Schema schema,
    Decisions decisions,
    Evidence evidence,
    Situation situation,
    List<PlannedRelation> relations,
    List<Finding> findings,
    List<CheckResult> checks,
    List<Pending> pending) {

  public Plan {
    relations = List.copyOf(relations);
    findings = List.copyOf(findings);
    checks = List.copyOf(checks);
    pending = List.copyOf(pending);
  }

  /** Derives the plan; waivers never end. */
  public static Plan of(Schema schema, Decisions decisions, Evidence evidence) {
    return of(schema, decisions, evidence, LocalDate.MIN);
  }

  /**
   * Derives the plan: linear in tables and relations.
   *
   * @param today waivers that ended before this day count no longer
   */
  public static Plan of(Schema schema, Decisions decisions, Evidence evidence, LocalDate today) {
    return Derivation.plan(schema, decisions, evidence, today);
  }

  /**
   * The plan as it would be if a remedy were taken, by its decision or by its statements; compare
   * with {@link PlanDiff}. What was counted before counts as long as the same is asked.
   *
   * @param today as for {@link #of(Schema, Decisions, Evidence, LocalDate)}
   */
  public Plan after(Remedy remedy, LocalDate today) {
    Decisions decided = remedy.decision().map(decisions::with).orElse(decisions);
    return of(remedy.on(schema), decided, remedy.on(evidence), today);
  }

  /** A decision that does not fit the schema, and why. */
  public record Pending(Decision decision, String why) {}

  /** The relations that hold after the decisions. */
  public SchemaGraph graph() {
    return situation.graph();
  }

  public Classification classification() {
    return situation.classification();
  }

  public OwnershipAnalysis ownership() {
    return situation.ownership();
  }

  /**
   * The questions to the data that would settle or sharpen the findings, answered ones included;
   * ask again after answers came in, some lead to others.
   */
  public List<Probe> probes() {
    return Asked.of(situation);
  }

  /**
   * Keys that are probably missing and that no decision has settled, best first, weighed by what
   * the data answered; also without a root. Silent where the keys that hold prove as much already,
   * among tables of any colour. Weighed anew at each call.
   */
  public List<KeySuggestion> suggestions() {
    List<KeySuggestion> all = SuggestedKeys.of(situation);
    if (all.isEmpty()) {
      return all;
    }
    Anchors anchors = Anchors.of(graph(), graph().tables(), situation.tables(), Relation::trusted);
    return all.stream()
        .filter(s -> !anchors.imply(s.child(), s.childColumns(), s.parent(), s.parentColumns()))
        .toList();
  }

  /**
   * How many rows of each client table belong to one client, to none, to several, or why that was
   * not counted. Worked out anew at each call.
   */
  public Books books() {
    return OwnershipLedger.read(situation);
  }

  /**
   * The clients with most rows of the tables that have most, as far as that was counted: by table,
   * biggest first. Worked out anew at each call.
   */
  public List<BiggestClients.Share> biggestClients() {
    return BiggestClients.read(situation);
  }

  /** Writes which rows belong to whom as SQL; empty without a root that has a row identity. */
  public Optional<OwnerSql> owners() {
    return OwnerSql.of(situation);
  }

  public Optional<TableName> root() {
    return decisions.root();
  }

  public Mark mark(TableName table) {
    return classification().mark(table);
  }

  public Kind kind(TableName table) {
    return classification().kind(table);
  }

  /** How many tables of the selection are of a kind. */
  public long count(Kind kind) {
    return schema.tables().stream().filter(t -> kind(t.name()) == kind).count();
  }

  /** The findings in the order in which a DBA should look at them. */
  public List<Finding> mostUrgentFirst() {
    return findings.stream().sorted(Finding.MOST_URGENT).toList();
  }

  /** How many open findings are of a severity. */
  public long count(Severity severity) {
    return findings.stream()
        .filter(f -> f.severity() == severity && f.state() == Decision.FindingState.State.OPEN)
        .count();
  }
}
