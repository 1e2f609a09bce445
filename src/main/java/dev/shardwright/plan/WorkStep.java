package dev.shardwright.plan;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.risk.Setting;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order of work from the first mark to the end of the old database; the plan knows the first
 * steps, the DBA ticks off the others (planner.md 11.6).
 */
public enum WorkStep {
  CLASSIFY("Mark every table", "Nothing is undecided."),
  FIX("Mend the findings", "No blocker and no error is open."),
  FREEZE(
      "Freeze the structure and the common data",
      "From here to the end nobody changes tables, context rows or neutral rows."),
  EXPORT("Export the files", "Every table is marked and no blocker is open."),
  SET_UP(
      "Set up the neutral database, dispatch and the shards",
      "All shards equal in power, so that clients can be placed at random; every database"
          + " replicated."),
  SLOTS("Give every shard its slot of ids", "Before the first row is written there."),
  ADAPT(
      "Adapt the application",
      "Dispatch first, a connection of its own for neutral tables, a shard for each new client,"
          + " context written everywhere with the same ids, global queries gathered and merged."),
  FAKE_SHARD(
      "Make the old database a shard", "With a slot of its own; dispatch sends all clients there."),
  SHAKE_OUT(
      "Shake out what broke",
      "Until no bug shows any more; new clients may go to real shards already."),
  MOVE(
      "Move the clients one by one",
      "At each client's quiet hour; dispatch calls it locked meanwhile."),
  DISPATCH("Point dispatch to the new shard", "Client by client, as soon as its copy is there."),
  VERIFY("Verify the copy", "Counts and checksums per table."),
  DELETE("Delete the moved client from the old database", "Only after the copy is verified."),
  DROP_FAKE("Drop the old database", "When dispatch sends nobody there any more.");

  private final String title;
  private final String note;

  WorkStep(String title, String note) {
    this.title = title;
    this.note = note;
  }

  /** How a step stands. */
  public enum State {
    DONE,
    NEXT,
    WAITS
  }

  /** What is to be done, in a few words. */
  public String title() {
    return title;
  }

  /** When it is done, or what to heed; a sentence or two. */
  public String note() {
    return note;
  }

  /** True if the plan itself tells whether it is done. */
  public boolean known() {
    return this == CLASSIFY || this == FIX;
  }

  /** Done, the first that is not, or waiting for those before it. */
  public State state(Plan plan) {
    if (done(plan)) {
      return State.DONE;
    }
    boolean first = Arrays.stream(values()).takeWhile(s -> s != this).allMatch(s -> s.done(plan));
    return first ? State.NEXT : State.WAITS;
  }

  private boolean done(Plan plan) {
    Readiness readiness = Readiness.of(plan);
    return switch (this) {
      case CLASSIFY -> readiness.classified();
      case FIX -> readiness.ready() && readiness.errors() == 0;
      default -> ticked(plan.decisions()).contains(name());
    };
  }

  /** The decision that ticks this step off, or opens it again. */
  public Decision tick(Decisions decisions, boolean done) {
    Set<String> ticked = ticked(decisions);
    if (done) {
      ticked.add(name());
    } else {
      ticked.remove(name());
    }
    return new Decision.Setting(Setting.STEPS_DONE.word(), String.join(",", ticked));
  }

  /** What such a decision says, in words; empty for a setting of another name. */
  public static Optional<String> said(Decision.Setting setting) {
    if (!setting.name().equals(Setting.STEPS_DONE.word())) {
      return Optional.empty();
    }
    List<String> done = Arrays.asList(setting.value().split(","));
    String titles =
        Arrays.stream(values())
            .filter(step -> done.contains(step.name()))
            .map(WorkStep::title)
            .collect(Collectors.joining("; "));
    return Optional.of(titles.isEmpty() ? "No step of the work is done" : "Done: " + titles);
  }

  private static Set<String> ticked(Decisions decisions) {
    return new LinkedHashSet<>(Arrays.asList(Setting.STEPS_DONE.text(decisions).split(",")));
  }
}
