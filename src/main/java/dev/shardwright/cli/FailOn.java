package dev.shardwright.cli;

import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Severity;
import java.util.Arrays;
import java.util.Optional;

/** The lowest severity of an open finding that makes the exit status 1. */
enum FailOn {
  blocker(Optional.of(Severity.BLOCKER)),
  error(Optional.of(Severity.ERROR)),
  warning(Optional.of(Severity.WARNING)),
  none(Optional.empty());

  private final Optional<Severity> lowest;

  FailOn(Optional<Severity> lowest) {
    this.lowest = lowest;
  }

  int status(Plan plan) {
    boolean failed =
        lowest.isPresent()
            && Arrays.stream(Severity.values())
                .filter(severity -> severity.compareTo(lowest.get()) <= 0)
                .anyMatch(severity -> plan.count(severity) > 0);
    return failed ? ExitStatus.FOUND : ExitStatus.DONE;
  }
}
