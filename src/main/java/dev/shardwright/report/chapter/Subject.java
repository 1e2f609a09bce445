package dev.shardwright.report.chapter;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.classify.Kind;
import dev.shardwright.export.Consequences;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.CheckResult;
import dev.shardwright.plan.Plan;
import dev.shardwright.report.TableTitles;
import dev.shardwright.risk.Books;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the chapters write about: a plan and what is worked out of it once for all of them.
 *
 * @param books the ledgers of the client tables
 * @param date the day of the report, by which waivers end
 */
public record Subject(
    Plan plan, Consequences consequences, Books books, TableTitles titles, LocalDate date) {

  public static Subject of(Plan plan, LocalDate date) {
    Plan then = asOf(plan, date);
    return new Subject(
        then, Consequences.of(then), then.books(), TableTitles.of(then.schema()), date);
  }

  /** The plan in which waivers that ended count no longer. */
  private static Plan asOf(Plan plan, LocalDate date) {
    boolean dated =
        plan.decisions().of(Decision.FindingState.class).anyMatch(f -> f.until().isPresent());
    return dated ? Plan.of(plan.schema(), plan.decisions(), plan.evidence(), date) : plan;
  }

  /** The tables of one kind, sorted. */
  List<Table> tables(Kind kind) {
    return plan.schema().tables().stream().filter(t -> plan.kind(t.name()) == kind).toList();
  }

  /** The findings of one check that are not waived. */
  List<Finding> findings(CheckCode check) {
    return plan.findings().stream()
        .filter(f -> f.check() == check && f.state() != State.WAIVED)
        .toList();
  }

  /** How a check ended; empty if this version does not have it. */
  Optional<CheckResult> check(CheckCode code) {
    return plan.checks().stream().filter(c -> c.check() == code).findFirst();
  }

  /** True if the two ends of a relation go to databases that no key can span. */
  boolean apart(Relation relation) {
    Kind child = plan.kind(relation.child());
    Kind parent = plan.kind(relation.parent());
    boolean decided = child != Kind.UNDECIDED && parent != Kind.UNDECIDED;
    return decided && (child == Kind.NEUTRAL) != (parent == Kind.NEUTRAL);
  }

  String title(TableName table) {
    return titles.of(table);
  }
}
