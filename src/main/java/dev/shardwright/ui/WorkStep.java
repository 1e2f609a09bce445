package dev.shardwright.ui;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Setting;
import dev.shardwright.risk.Severity;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The guide's order of work; the plan knows the first steps, the DBA ticks off the others. */
public enum WorkStep {
  CLASSIFY,
  FIX,
  FREEZE,
  EXPORT,
  SET_UP,
  SLOTS,
  ADAPT,
  FAKE_SHARD,
  SHAKE_OUT,
  MOVE,
  DISPATCH,
  VERIFY,
  DELETE,
  DROP_FAKE;

  /** How a step stands. */
  public enum State {
    DONE,
    NEXT,
    WAITS
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
    boolean classified = plan.root().isPresent() && plan.count(Kind.UNDECIDED) == 0;
    return switch (this) {
      case CLASSIFY -> classified;
      case FIX ->
          classified && plan.count(Severity.BLOCKER) == 0 && plan.count(Severity.ERROR) == 0;
      default -> ticked(plan.decisions()).contains(name());
    };
  }

  /** The decision that ticks this step off, or opens it again. */
  Decision tick(Decisions decisions, boolean done) {
    Set<String> ticked = ticked(decisions);
    if (done) {
      ticked.add(name());
    } else {
      ticked.remove(name());
    }
    return new Decision.Setting(Setting.STEPS_DONE.word(), String.join(",", ticked));
  }

  private static Set<String> ticked(Decisions decisions) {
    return new LinkedHashSet<>(Arrays.asList(Setting.STEPS_DONE.text(decisions).split(",")));
  }
}
