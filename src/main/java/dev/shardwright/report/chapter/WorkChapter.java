package dev.shardwright.report.chapter;

import dev.shardwright.classify.Kind;
import dev.shardwright.plan.Plan;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Figures;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Tone;
import dev.shardwright.risk.Severity;
import java.util.ArrayList;
import java.util.List;

/** The order of work from the first mark to the end of the old database (planner.md 11.6). */
final class WorkChapter implements Chapter {

  /** How a step stands, as far as a plan can know. */
  private enum State {
    DONE(Tone.DONE, "done"),
    OPEN(Tone.OPEN, "open"),
    NEXT(Tone.WARNING, "next"),
    WAITS(Tone.QUIET, "waits"),
    /** It happens outside the plan, which cannot see it. */
    YOURS(Tone.QUIET, "after the export");

    private final Tone tone;
    private final String word;

    State(Tone tone, String word) {
      this.tone = tone;
      this.word = word;
    }
  }

  private record Step(String title, State state, String note) {}

  @Override
  public Section write(Subject subject) {
    List<List<Line>> rows = new ArrayList<>();
    int number = 0;
    for (Step step : steps(subject.plan())) {
      rows.add(
          List.of(
              Line.number(++number),
              Line.of(step.title()),
              Line.badge(step.state().tone, step.state().word),
              Line.of(step.note())));
    }
    return new Section(
        "work",
        "Order of work",
        List.of(
            Block.Prose.of(
                "The steps in their order. What happens outside the plan has no state here: the"
                    + " program sees the structure and what was counted, nothing else."),
            new Block.Grid(
                "Steps in their order",
                List.of(
                    Block.Column.number("Step"),
                    Block.Column.text("What", 4),
                    Block.Column.text("State", 2),
                    Block.Column.text("Note", 6)),
                rows)));
  }

  private static List<Step> steps(Plan plan) {
    List<Step> steps = new ArrayList<>();
    boolean classified = plan.root().isPresent() && plan.count(Kind.UNDECIDED) == 0;
    boolean ready = Readiness.of(plan).ready();
    long serious = plan.count(Severity.BLOCKER) + plan.count(Severity.ERROR);
    steps.add(new Step("Mark every table", classified ? State.DONE : State.OPEN, marks(plan)));
    steps.add(new Step("Mend the findings", fixing(plan, classified, serious), findings(plan)));
    steps.add(
        new Step(
            "Freeze the structure and the common data",
            ready ? State.NEXT : State.WAITS,
            "From here to the end nobody changes tables, context rows or neutral rows."));
    steps.add(
        new Step(
            "Export",
            ready ? State.NEXT : State.WAITS,
            ready ? "Nothing forbids it." : Readiness.of(plan).sentence()));
    later(steps);
    return steps;
  }

  private static String marks(Plan plan) {
    return plan.root().isEmpty()
        ? "No root is chosen."
        : Figures.count(plan.count(Kind.UNDECIDED), "table is", "tables are") + " undecided.";
  }

  private static State fixing(Plan plan, boolean classified, long serious) {
    if (serious > 0) {
      return State.OPEN;
    }
    return classified && plan.count(Severity.WARNING) == 0 ? State.DONE : State.NEXT;
  }

  private static String findings(Plan plan) {
    return "Open: %s, %s, %s."
        .formatted(
            Figures.count(plan.count(Severity.BLOCKER), "blocker"),
            Figures.count(plan.count(Severity.ERROR), "error"),
            Figures.count(plan.count(Severity.WARNING), "warning"));
  }

  private static void later(List<Step> steps) {
    yours(
        steps,
        "Set up the neutral database, dispatch and the shards",
        "All shards equal in power, so that clients can be placed at random; every database"
            + " replicated.");
    yours(steps, "Give every shard its slot of ids", "Before the first row is written there.");
    yours(
        steps,
        "Adapt the application",
        "Dispatch first, a connection of its own for neutral tables, a shard for each new client,"
            + " context written everywhere with the same ids, global queries gathered and merged.");
    yours(
        steps,
        "Make the old database a shard",
        "With a slot of its own; dispatch sends all clients there.");
    yours(steps, "Shake out what broke", "New clients may go to real shards already.");
    yours(
        steps,
        "Move the clients one by one",
        "At each client's quiet hour; dispatch calls it locked meanwhile.");
    yours(steps, "Point dispatch to the new shard and verify", "Counts and checksums per table.");
    yours(
        steps, "Delete the moved client from the old database", "Only after the copy is verified.");
    yours(steps, "Drop the old database", "When dispatch sends nobody there any more.");
  }

  private static void yours(List<Step> steps, String title, String note) {
    steps.add(new Step(title, State.YOURS, note));
  }
}
