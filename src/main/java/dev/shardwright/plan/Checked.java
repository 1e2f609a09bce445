package dev.shardwright.plan;

import dev.shardwright.classify.Decision.FindingState;
import dev.shardwright.risk.CheckOutcome;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.RiskCheck;
import dev.shardwright.risk.RiskChecks;
import dev.shardwright.risk.Situation;
import dev.shardwright.risk.Verdicts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all checks found, and what the DBA thinks of it. */
record Checked(List<Finding> findings, List<CheckResult> results) {

  static Checked of(Situation situation, LocalDate today) {
    boolean rooted = situation.decisions().root().isPresent();
    Verdicts verdicts = Verdicts.of(situation.decisions());
    List<Finding> findings = new ArrayList<>();
    List<CheckResult> results = new ArrayList<>();
    for (RiskCheck check : RiskChecks.ALL) {
      CheckOutcome outcome =
          rooted
              ? check.look(situation)
              : new CheckOutcome.Unknown("No root is chosen yet.", List.of());
      results.add(result(check, outcome));
      found(outcome).forEach(f -> findings.add(stated(f, verdicts, today)));
    }
    findings.sort(Finding.WORST_FIRST);
    return new Checked(findings, results);
  }

  private static CheckResult result(RiskCheck check, CheckOutcome outcome) {
    return switch (outcome) {
      case CheckOutcome.Clear c ->
          new CheckResult(check.code(), CheckResult.Outcome.CLEAR, Optional.empty());
      case CheckOutcome.Found f ->
          new CheckResult(check.code(), CheckResult.Outcome.FOUND, Optional.empty());
      case CheckOutcome.Unknown u ->
          new CheckResult(check.code(), CheckResult.Outcome.UNKNOWN, Optional.of(u.why()));
    };
  }

  private static List<Finding> found(CheckOutcome outcome) {
    return switch (outcome) {
      case CheckOutcome.Clear c -> List.of();
      case CheckOutcome.Found f -> f.findings();
      case CheckOutcome.Unknown u -> u.findings();
    };
  }

  private static boolean ended(FindingState state, LocalDate today) {
    try {
      return state.until().map(LocalDate::parse).filter(today::isAfter).isPresent();
    } catch (DateTimeParseException e) {
      // A waiver whose end nobody can read must not hide a finding for ever.
      return true;
    }
  }

  private static Finding stated(Finding finding, Verdicts verdicts, LocalDate today) {
    return verdicts
        .on(finding)
        .filter(said -> !ended(said, today))
        .map(said -> finding.in(said.state()))
        .orElse(finding);
  }
}
