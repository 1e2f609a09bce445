package dev.shardwright.cli;

import dev.shardwright.plan.Plan;
import dev.shardwright.report.PlanJson;
import dev.shardwright.report.PlanText;
import picocli.CommandLine.Option;

/** The options that say how a plan is printed and what makes it fail. */
final class JudgeMixin {
  @Option(names = "--format", description = "text for people, json for programs.")
  private Format format = Format.text;

  @Option(
      names = "--fail-on",
      description =
          "Lowest severity of an open finding that makes the exit status 1:"
              + " ${COMPLETION-CANDIDATES}.")
  private FailOn failOn = FailOn.blocker;

  Format format() {
    return format;
  }

  FailOn failOn() {
    return failOn;
  }

  /** Prints the plan and answers the exit status. */
  int report(Plan plan, Terminal terminal) {
    if (format == Format.json) {
      terminal.print(PlanJson.of(plan, Version.number()));
    } else {
      terminal.print(PlanText.of(plan));
    }
    return failOn.status(plan);
  }
}
