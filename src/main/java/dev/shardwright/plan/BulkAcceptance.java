package dev.shardwright.plan;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Schema;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.KeySuggestion;
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

  /** The plan's decisions and every suggestion of at least that confidence that ties no clients. */
  public static Decisions accept(Plan plan, double leastConfidence) {
    return accept(
        plan,
        plan.suggestions().stream()
            .filter(s -> s.confidence() >= leastConfidence)
            .map(KeySuggestion::accepted)
            .toList());
  }

  /**
   * The plan's decisions and those of the relations, best first, that tie no clients. One plan if
   * none does; two more for each halving of the list around one that does.
   */
  public static Decisions accept(Plan plan, List<Decision.Virtual> relations) {
    return added(plan.schema(), plan.decisions(), relations, ties(plan));
  }

  private static Decisions added(
      Schema schema, Decisions so, List<Decision.Virtual> relations, Set<List<Object>> known) {
    Decisions more = so;
    for (Decision.Virtual relation : relations) {
      more = more.with(relation);
    }
    if (known.containsAll(ties(Plan.of(schema, more, Evidence.NONE)))) {
      return more;
    }
    int half = relations.size() / 2;
    if (half == 0) {
      return so;
    }
    Decisions first = added(schema, so, relations.subList(0, half), known);
    return added(schema, first, relations.subList(half, relations.size()), known);
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
