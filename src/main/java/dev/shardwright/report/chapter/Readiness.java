package dev.shardwright.report.chapter;

import dev.shardwright.classify.Kind;
import dev.shardwright.plan.Plan;
import dev.shardwright.report.content.Figures;
import dev.shardwright.risk.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the plan may be exported.
 *
 * @param obstacles what forbids it, in a few words each
 */
record Readiness(List<String> obstacles) {
  Readiness {
    obstacles = List.copyOf(obstacles);
  }

  static Readiness of(Plan plan) {
    List<String> obstacles = new ArrayList<>();
    if (plan.root().isEmpty()) {
      obstacles.add("no root is chosen");
    } else if (plan.count(Kind.UNDECIDED) > 0) {
      obstacles.add(Figures.count(plan.count(Kind.UNDECIDED), "undecided table"));
    }
    if (plan.count(Severity.BLOCKER) > 0) {
      obstacles.add(Figures.count(plan.count(Severity.BLOCKER), "open blocker"));
    }
    return new Readiness(obstacles);
  }

  boolean ready() {
    return obstacles.isEmpty();
  }

  /** Ends with a full stop. */
  String sentence() {
    return ready()
        ? "Every table is decided and no blocker is open."
        : "In the way: " + String.join(", ", obstacles) + ".";
  }
}
