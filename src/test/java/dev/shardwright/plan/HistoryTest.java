package dev.shardwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final int STEPS = 1000;

  @Test
  void aThousandDecisionsUndoneAndRedoneAreTheSameDecisions() {
    History history = History.startingWith(Decisions.NONE);
    for (int i = 0; i < STEPS; i++) {
      history = history.then(history.now().with(new Decision.Setting("s" + i, "1")), "");
    }
    Decisions all = history.now();
    while (history.canUndo()) {
      history = history.undone();
    }
    assertThat(history.now()).isEqualTo(Decisions.NONE);
    while (history.canRedo()) {
      history = history.redone();
    }
    assertThat(history.now()).isEqualTo(all);
    assertThat(history.at()).isEqualTo(STEPS);
  }

  @Test
  void aNewDecisionForgetsWhatWasTakenBack() {
    History history = History.startingWith(Decisions.NONE);
    history = history.then(history.now().with(new Decision.Setting("a", "1")), "").undone();
    history = history.then(history.now().with(new Decision.Setting("b", "1")), "");
    assertThat(history.canRedo()).isFalse();
  }
}
