package dev.shardwright.export;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What still stands between a plan and files that may be trusted.
 *
 * @param refusals what the target's servers would not load, one sentence each
 * @param hidden what the user of the source may not read; it forbids nothing, but what is written
 *     without it is incomplete
 */
public record Obstacles(
    List<TableName> undecided, List<Finding> blockers, List<String> refusals, List<String> hidden) {

  public Obstacles {
    undecided = List.copyOf(undecided);
    blockers = List.copyOf(blockers);
    refusals = List.copyOf(refusals);
    hidden = List.copyOf(hidden);
  }

  /** Those that lie in the plan, whatever the files are loaded into. */
  public static Obstacles of(Plan plan) {
    return of(plan, ExportOptions.DEFAULT);
  }

  public static Obstacles of(Plan plan, ExportOptions options) {
    return new Obstacles(
        plan.schema().tables().stream()
            .map(table -> table.name())
            .filter(name -> plan.kind(name) == Kind.UNDECIDED)
            .toList(),
        plan.findings().stream()
            .filter(f -> f.severity() == Severity.BLOCKER && f.state() == State.OPEN)
            .toList(),
        TargetRefusals.of(plan, options),
        plan.schema().skipped().stream()
            .filter(Skipped::hidden)
            .map(each -> "Not read: " + each.statement() + ". " + each.why())
            .toList());
  }

  /** True if nothing forbids to write. */
  public boolean none() {
    return undecided.isEmpty() && blockers.isEmpty() && refusals.isEmpty();
  }

  /** One sentence per obstacle. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (!undecided.isEmpty()) {
      sentences.add(
          "Not decided yet, in no file: "
              + undecided.stream().map(TableName::toString).collect(Collectors.joining(", ")));
    }
    blockers.forEach(f -> sentences.add(f.check() + " in " + f.table() + ": " + f.message()));
    sentences.addAll(refusals);
    sentences.addAll(hidden);
    return sentences;
  }
}
