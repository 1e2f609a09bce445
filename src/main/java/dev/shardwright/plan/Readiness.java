package dev.shardwright.plan;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.risk.Severity;

/**
 * What stands between a plan and its export, and what should be looked at before.
 *
 * @param rooted false as long as no root is chosen: then nothing else counts
 * @param undecided tables without a mark; they forbid the export, as blockers do
 * @param errors open ones; they and all that follows are doubts, and forbid nothing
 * @param pending decisions that do not fit the schema
 * @param questions open ones, which the DBA noted
 */
public record Readiness(
    boolean rooted,
    long undecided,
    long blockers,
    long errors,
    long warnings,
    long pending,
    long questions) {

  public static Readiness of(Plan plan) {
    return new Readiness(
        plan.root().isPresent(),
        plan.count(Kind.UNDECIDED),
        plan.count(Severity.BLOCKER),
        plan.count(Severity.ERROR),
        plan.count(Severity.WARNING),
        plan.pending().size(),
        plan.decisions().of(Decision.Question.class).filter(Decision.Question::open).count());
  }

  /** True if every table has its mark. */
  public boolean classified() {
    return rooted && undecided == 0;
  }

  /** True if nothing forbids the export. */
  public boolean ready() {
    return classified() && blockers == 0;
  }
}
