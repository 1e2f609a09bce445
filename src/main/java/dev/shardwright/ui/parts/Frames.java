package dev.shardwright.ui.parts;

import dev.shardwright.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.animation.AnimationTimer;

/**
 * Spreads what panes have to do over frames: one piece a frame, so that a large plan does not hold
 * the window up. Of what one pane asks for several times only the newest is done. With a small plan
 * everything is done at once, which is calmer for the eye.
 */
public final class Frames extends AnimationTimer {
  private static final int AT_ONCE_TABLES = 300;

  private final SequencedMap<Object, Runnable> waiting = new LinkedHashMap<>();

  /**
   * Does something now or in a frame of its own.
   *
   * @param of who asks; an older piece of the same is dropped
   */
  public void run(Object of, Optional<Plan> plan, Runnable piece) {
    waiting.remove(of);
    if (plan.filter(Frames::large).isPresent()) {
      waiting.put(of, piece);
      start();
    } else {
      piece.run();
    }
  }

  static boolean large(Plan plan) {
    return plan.schema().tables().size() > AT_ONCE_TABLES;
  }

  @Override
  public void handle(long now) {
    Optional.ofNullable(waiting.pollFirstEntry()).ifPresent(next -> next.getValue().run());
    if (waiting.isEmpty()) {
      stop();
    }
  }
}
