package dev.shardwright.ui;

import dev.shardwright.plan.Plan;
import dev.shardwright.plan.Readiness;
import java.util.ArrayList;
import java.util.List;

/**
 * What still stands between a plan and its export, in the words of the window.
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
    Readiness stands = Readiness.of(plan);
    if (!stands.rooted()) {
      return new WorkList(List.of(Texts.of("work.root")), List.of());
    }
    List<String> blockers = new ArrayList<>();
    add(blockers, "work.undecided", stands.undecided());
    add(blockers, "work.blocker", stands.blockers());
    List<String> doubts = new ArrayList<>();
    add(doubts, "work.error", stands.errors());
    add(doubts, "work.warning", stands.warnings());
    add(doubts, "work.pending", stands.pending());
    add(doubts, "work.questions", stands.questions());
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
