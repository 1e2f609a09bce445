package dev.shardwright.report;

import static java.util.stream.Collectors.joining;

import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanDiff;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Remedy;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the plan would become after each remedy: tables that change colour, findings that go and
 * findings that come. Derives one plan a remedy, so it is said only to those who ask.
 *
 * @param today the day on which waivers count
 */
public record WhatIf(Plan plan, LocalDate today) {

  /** Adds {@code after} to each remedy of a {@link PlanJson}; null where it cannot be foreseen. */
  public void into(ObjectNode document) {
    List<Finding> findings = plan.findings();
    for (int f = 0; f < findings.size(); f++) {
      List<Remedy> remedies = findings.get(f).remedies();
      for (int r = 0; r < remedies.size(); r++) {
        ObjectNode json = (ObjectNode) document.at("/findings/" + f + "/remedies/" + r);
        if (remedies.get(r).foreseeable()) {
          json.set("after", json(after(remedies.get(r))));
        } else {
          json.putNull("after");
        }
      }
    }
  }

  /** One paragraph a finding, one line a remedy. */
  public String text() {
    TableTitles names = TableTitles.of(plan.schema());
    return "\nWHAT IF\n"
        + plan.mostUrgentFirst().stream()
            .filter(f -> f.remedies().stream().anyMatch(Remedy::foreseeable))
            .map(
                f -> "  " + f.check().name() + " · " + names.of(f.table()) + "\n" + lines(f, names))
            .collect(joining());
  }

  private String lines(Finding finding, TableTitles names) {
    return finding.remedies().stream()
        .filter(Remedy::foreseeable)
        .map(r -> "    " + r.title() + "\n      → " + words(after(r), names) + "\n")
        .collect(joining());
  }

  private PlanDiff after(Remedy remedy) {
    return PlanDiff.of(plan, plan.after(remedy, today));
  }

  private static ObjectNode json(PlanDiff after) {
    ObjectNode drift = (ObjectNode) DriftJson.of(after).get("drift");
    ObjectNode findings = (ObjectNode) drift.get("findings");
    for (String which : List.of("new", "gone")) {
      ((ArrayNode) findings.get(which))
          .forEach(f -> ((ObjectNode) f).retain("check", "subtype", "severity", "table"));
    }
    return drift;
  }

  private static String words(PlanDiff after, TableTitles names) {
    String words =
        Stream.of(
                after.kinds().stream().map(k -> names.of(k.table()) + " becomes " + k.is().word()),
                after.gone().stream().map(f -> "goes: " + named(f, names)),
                after.found().stream().map(f -> "comes: " + named(f, names)))
            .flatMap(s -> s)
            .collect(joining("; "));
    return words.isEmpty() ? "no colour and no finding changes" : words;
  }

  private static String named(Finding finding, TableTitles names) {
    return "%s %s%s of %s"
        .formatted(
            finding.severity().word(),
            finding.check().name(),
            finding.subtype().map(s -> " " + s.toLowerCase(Locale.ROOT)).orElse(""),
            names.of(finding.table()));
  }
}
