package dev.shardwright.report.chapter;

import dev.shardwright.model.Figures;
import dev.shardwright.plan.Readiness;
import java.util.ArrayList;
import java.util.List;

/** What forbids the export, as a sentence. */
final class Obstacles {
  private Obstacles() {}

  /** Ends with a full stop. */
  static String sentence(Readiness plan) {
    return plan.ready()
        ? "Every table is decided and no blocker is open."
        : "In the way: " + String.join(", ", of(plan)) + ".";
  }

  private static List<String> of(Readiness plan) {
    List<String> obstacles = new ArrayList<>();
    if (!plan.rooted()) {
      obstacles.add("no root is chosen");
    } else if (plan.undecided() > 0) {
      obstacles.add(Figures.count(plan.undecided(), "undecided table"));
    }
    if (plan.blockers() > 0) {
      obstacles.add(Figures.count(plan.blockers(), "open blocker"));
    }
    return obstacles;
  }
}
