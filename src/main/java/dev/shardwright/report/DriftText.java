package dev.shardwright.report;

import dev.shardwright.plan.PlanDiff;
import dev.shardwright.risk.Finding;
import java.util.List;

/** What changed between a plan and its database, for a terminal. */
public final class DriftText {
  private DriftText() {}

  /** The whole report, ending with a line break. */
  public static String of(PlanDiff drift) {
    if (drift.isEmpty()) {
      return "No drift: the database is as the plan knows it.\n";
    }
    StringBuilder text = new StringBuilder();
    changes(text, "table", drift.tables());
    changes(text, "relation", drift.relations());
    drift
        .kinds()
        .forEach(k ->
            text.append("kind      ")
                .append(k.table())
                .append(": was ")
                .append(k.was().word())
                .append(", is ")
                .append(k.is().word())
                .append('\n'));
    findings(text, "new finding ", drift.found());
    findings(text, "gone finding ", drift.gone());
    return text.toString();
  }

  private static void changes(StringBuilder text, String thing, PlanDiff.Changes changes) {
    changes
        .added()
        .forEach(n -> text.append("added     ").append(thing).append(' ').append(n).append('\n'));
    changes
        .removed()
        .forEach(n -> text.append("removed   ").append(thing).append(' ').append(n).append('\n'));
    changes
        .changed()
        .forEach(n -> text.append("changed   ").append(thing).append(' ').append(n).append('\n'));
  }

  private static void findings(StringBuilder text, String label, List<Finding> findings) {
    findings.forEach(f ->
        text.append(label)
            .append(f.severity().word())
            .append(' ')
            .append(f.check().name())
            .append(" · ")
            .append(f.message())
            .append('\n'));
  }
}
