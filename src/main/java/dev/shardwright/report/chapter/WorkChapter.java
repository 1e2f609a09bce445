package dev.shardwright.report.chapter;

import dev.shardwright.model.Figures;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.Readiness;
import dev.shardwright.plan.WorkStep;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Tone;
import java.util.ArrayList;
import java.util.List;

/** The order of work from the first mark to the end of the old database, and how far it is. */
final class WorkChapter implements Chapter {
  @Override
  public Section write(Subject subject) {
    Plan plan = subject.plan();
    List<List<Line>> rows = new ArrayList<>();
    for (WorkStep step : WorkStep.values()) {
      rows.add(row(rows.size() + 1, step, plan));
    }
    return new Section(
        "work",
        "Order of work",
        List.of(
            Block.Prose.of(
                "The steps in their order. The plan itself knows how the first two stand; the"
                    + " others are done when the DBA has ticked them off."),
            new Block.Grid(
                "Steps in their order",
                List.of(
                    Block.Column.number("Step"),
                    Block.Column.text("What", 4),
                    Block.Column.text("State", 2),
                    Block.Column.text("Note", 6)),
                rows)));
  }

  private static List<Line> row(int number, WorkStep step, Plan plan) {
    return List.of(
        Line.number(number),
        Line.of(step.title()),
        state(step.state(plan)),
        Line.of(note(step, Readiness.of(plan))));
  }

  private static Line state(WorkStep.State state) {
    return switch (state) {
      case DONE -> Line.badge(Tone.DONE, "done");
      case NEXT -> Line.badge(Tone.OPEN, "next");
      case WAITS -> Line.badge(Tone.QUIET, "waits");
    };
  }

  private static String note(WorkStep step, Readiness stands) {
    return switch (step) {
      case CLASSIFY ->
          stands.rooted()
              ? Figures.count(stands.undecided(), "table is", "tables are") + " undecided."
              : "No root is chosen.";
      case FIX ->
          "Open: %s, %s, %s."
              .formatted(
                  Figures.count(stands.blockers(), "blocker"),
                  Figures.count(stands.errors(), "error"),
                  Figures.count(stands.warnings(), "warning"));
      case EXPORT -> stands.ready() ? "Nothing forbids it." : Obstacles.sentence(stands);
      default -> step.note();
    };
  }
}
