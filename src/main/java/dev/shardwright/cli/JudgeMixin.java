package dev.shardwright.cli;

import dev.shardwright.plan.Plan;
import dev.shardwright.report.PlanJson;
import dev.shardwright.report.PlanText;
import dev.shardwright.report.WhatIf;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

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

  @Option(
      names = "--what-if",
      description =
          "Also say of each remedy what the plan would become: colours that change, findings that"
              + " go and come.")
  private boolean whatIf;

  Format format() {
    return format;
  }

  FailOn failOn() {
    return failOn;
  }

  /** Prints the plan and answers the exit status. */
  int report(Plan plan, Terminal terminal) {
    WhatIf foreseen = new WhatIf(plan, LocalDate.now(ZoneId.systemDefault()));
    if (format == Format.json) {
      ObjectNode document = PlanJson.of(plan, Version.number());
      if (whatIf) {
        foreseen.into(document);
      }
      terminal.print(document);
    } else {
      terminal.print(PlanText.of(plan) + (whatIf ? foreseen.text() : ""));
    }
    return failOn.status(plan);
  }
}
