package dev.shardwright.plan;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was decided, step by step, and how much of it holds now: undo and redo only move along it.
 *
 * @param start the decisions before the first step
 * @param at how many steps hold; those behind it were taken back
 */
public record History(Decisions start, List<Step> steps, int at) {

  public History {
    steps = List.copyOf(steps);
    if (at < 0 || at > steps.size()) {
      throw new IllegalArgumentException(at + " of " + steps.size() + " steps");
    }
  }

  /**
   * One step.
   *
   * @param when the minute, ISO without a zone; empty if nobody knows
   * @param after all decisions once it was done
   */
  public record Step(String when, Decisions after) {}

  /** What a step said, and what it took back without saying anything else about it. */
  public record Change(List<Decision> said, List<Decision> takenBack) {
    public Change {
      said = List.copyOf(said);
      takenBack = List.copyOf(takenBack);
    }

    boolean isEmpty() {
      return said.isEmpty() && takenBack.isEmpty();
    }

    /** From one set of decisions to another. */
    public static Change of(Decisions before, Decisions after) {
      Set<Decision> was = new HashSet<>(before.all());
      Set<Decision> is = new HashSet<>(after.all());
      return new Change(
          after.all().stream().filter(d -> !was.contains(d)).toList(),
          before.all().stream()
              .filter(d -> !is.contains(d))
              .filter(d -> after.without(d).all().size() == after.all().size())
              .toList());
    }

    /** The decisions once the change is made. */
    public Decisions on(Decisions before) {
      Decisions after = before;
      for (Decision decision : takenBack) {
        after = after.without(decision);
      }
      for (Decision decision : said) {
        after = after.with(decision);
      }
      return after;
    }
  }

  public static History startingWith(Decisions decisions) {
    return new History(decisions, List.of(), 0);
  }

  public Decisions now() {
    return at == 0 ? start : steps.get(at - 1).after();
  }

  /** The next step; what was taken back is gone. Saying the same again is no step. */
  public History then(Decisions next, String when) {
    if (Change.of(now(), next).isEmpty()) {
      return this;
    }
    List<Step> longer = new ArrayList<>(steps.subList(0, at));
    longer.add(new Step(when, next));
    return new History(start, longer, at + 1);
  }

  public boolean canUndo() {
    return at > 0;
  }

  public boolean canRedo() {
    return at < steps.size();
  }

  public History undone() {
    return canUndo() ? to(at - 1) : this;
  }

  public History redone() {
    return canRedo() ? to(at + 1) : this;
  }

  /** The same history with so many of its steps done. */
  public History to(int done) {
    return new History(start, steps, done);
  }

  /** What a step changed; the first is 0. */
  public Change change(int step) {
    return Change.of(step == 0 ? start : steps.get(step - 1).after(), steps.get(step).after());
  }
}
