package dev.shardwright.ui;

import dev.shardwright.classify.Kind;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What still stands between a plan and its export.
 *
 * @param blockers sentences about what forbids the export
 * @param doubts sentences about what should be looked at first
 */
public record WorkList(List<String> blockers, List<String> doubts) {

  public WorkList {
    blockers = List.copyOf(blockers);
    doubts = List.copyOf(doubts);
  }

  public static WorkList of(Plan plan) {
    if (plan.root().isEmpty()) {
      return new WorkList(List.of(Texts.of("work.root")), List.of());
    }
    List<String> blockers = new ArrayList<>();
    add(blockers, "work.undecided", plan.count(Kind.UNDECIDED));
    add(blockers, "work.blocker", plan.count(Severity.BLOCKER));
    List<String> doubts = new ArrayList<>();
    add(doubts, "work.error", plan.count(Severity.ERROR));
    add(doubts, "work.warning", plan.count(Severity.WARNING));
    add(doubts, "work.pending", plan.pending().size());
    return new WorkList(blockers, doubts);
  }

  public boolean ready() {
    return blockers.isEmpty();
  }

  /** One line for the window's foot. */
  public String line() {
    List<String> parts = new ArrayList<>(blockers);
    parts.addAll(doubts);
    String list = String.join(" · ", parts);
    String verdict = Texts.of(ready() ? "work.ready" : "work.notReady");
    return list.isEmpty() ? verdict : Texts.of("work.line", list, verdict);
  }

  private static void add(List<String> sentences, String key, long count) {
    if (count > 0) {
      sentences.add(Texts.of(key, count));
    }
  }
}
