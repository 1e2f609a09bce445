package dev.shardwright.testing;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Schema;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Plans of schemas written as text, and their findings in short. */
public final class Plans {
  private Plans() {}

  public static Plan of(String schema, String root, Decision... decisions) {
    return of(Schemas.parse(schema), root, decisions);
  }

  public static Plan of(Schema schema, String root, Decision... decisions) {
    Decisions all = Decisions.root(Schemas.table(root));
    for (Decision decision : decisions) {
      all = all.with(decision);
    }
    return Plan.of(schema, all, Evidence.NONE);
  }

  /** The same plan after every question of a check was answered with one row. */
  public static Plan answered(Plan plan, CheckCode check, Map<String, String> row) {
    Evidence evidence = plan.evidence();
    for (var probe : plan.probes()) {
      if (probe.check() == check) {
        evidence =
            evidence.with(
                probe.sql(), new Evidence.Answer(List.of(row), Optional.empty(), "2026-11-22", 1));
      }
    }
    return Plan.of(plan.schema(), plan.decisions(), evidence);
  }

  public static List<Finding> findings(Plan plan, CheckCode check) {
    return plan.findings().stream().filter(f -> f.check() == check).toList();
  }

  /** {@code severity SUBTYPE table relation,relation} per finding of one check. */
  public static List<String> shortly(Plan plan, CheckCode check) {
    return findings(plan, check).stream().map(Plans::shortly).toList();
  }

  private static String shortly(Finding f) {
    String relations =
        String.join(
            ",", f.relations().stream().map(id -> id.substring(id.lastIndexOf('.') + 1)).toList());
    return (f.severity().name().toLowerCase(Locale.ROOT)
            + f.subtype().map(s -> " " + s).orElse("")
            + " "
            + f.table().name()
            + (relations.isEmpty() ? "" : " " + relations))
        .strip();
  }
}
