package dev.shardwright.plan;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Relation;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.KeySuggestion;
import dev.shardwright.risk.KeySuggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Accepts suggested keys in bulk, best first, but none that would tie clients together: those are
 * for the DBA to look at one by one.
 */
public final class BulkAcceptance {
  private static final Set<CheckCode> TIES =
      Set.of(CheckCode.DIRECT_CONNECTION, CheckCode.CLIENT_CONNECTION);

  private BulkAcceptance() {}

  /** The suggestions for a plan's schema that its decisions leave open, best first. */
  public static List<KeySuggestion> suggestions(Plan plan) {
    List<Relation> relations = plan.relations().stream().map(PlannedRelation::relation).toList();
    return KeySuggestions.of(plan.schema(), relations, plan.decisions());
  }

  /**
   * The plan's decisions and every suggestion of at least that confidence that ties no clients.
   * Linear in the plan for each suggestion.
   */
  public static Decisions accept(Plan plan, double leastConfidence) {
    Decisions decisions = plan.decisions();
    Set<List<Object>> ties = ties(plan);
    for (KeySuggestion suggestion : suggestions(plan)) {
      if (suggestion.confidence() >= leastConfidence) {
        Decisions more = decisions.with(suggestion.accepted());
        Plan then = Plan.of(plan.schema(), more, Evidence.NONE);
        if (ties.containsAll(ties(then))) {
          decisions = more;
        }
      }
    }
    return decisions;
  }

  /**
   * Where clients are or may be tied; a tie at the same table over one more relation is another.
   */
  private static Set<List<Object>> ties(Plan plan) {
    Set<List<Object>> ties = new HashSet<>();
    for (Finding finding : plan.findings()) {
      if (TIES.contains(finding.check())) {
        ties.add(List.of(finding.check(), finding.table(), finding.relations()));
      }
    }
    return ties;
  }
}
