package dev.shardwright.ui.parts;

import dev.shardwright.plan.Plan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What is still to be built of a pane, from top to bottom; a piece may bring more. */
public final class Pieces {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final Deque<Runnable> brought = new ArrayDeque<>();

  /** Adds a piece: after the others, or, while one is being built, right after that one. */
  public void add(Runnable piece) {
    brought.add(piece);
  }

  /** Builds them all, one a frame if the plan is large, until the owner asks for something else. */
  public void build(Frames frames, Object owner, Optional<Plan> plan) {
    while (!brought.isEmpty()) {
      waiting.addFirst(brought.removeLast());
    }
    if (!waiting.isEmpty()) {
      frames.run(
          owner,
          plan,
          () -> {
            waiting.removeFirst().run();
            build(frames, owner, plan);
          });
    }
  }
}
