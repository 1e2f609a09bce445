package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.model.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final List<Object> told = new ArrayList<>();
  private final Background background = Background.direct();

  @Test
  void aResultIsToldAndTheJobIsNoLongerListed() {
    background.run("lane", "adding", progress -> 1 + 1, told::add, told::add);
    assertThat(told).containsExactly(2);
    assertThat(background.running()).isEmpty();
  }

  @Test
  void aFailureIsToldAsItWasThrown() {
    IllegalStateException broken = new IllegalStateException("broken");
    background.run(
        "lane",
        "breaking",
        progress -> {
          throw broken;
        },
        told::add,
        told::add);
    assertThat(told).containsExactly(broken);
  }

  @Test
  void aCancelledJobEndsAsCancelledAndItsLateResultIsClosed() {
    boolean[] closed = {false};
    background.run(
        "lane",
        "opening",
        progress -> {
          background.running().getFirst().cancel();
          return (AutoCloseable) () -> closed[0] = true;
        },
        told::add,
        told::add);
    assertThat(told).singleElement().isInstanceOf(Progress.Cancelled.class);
    assertThat(closed[0]).isTrue();
  }

  @Test
  void theNewerJobOfALaneWinsAndTheOlderIsDroppedWithoutAWord() {
    background.run(
        "lane",
        "older",
        progress -> {
          background.run("lane", "newer", p -> "newer", told::add, told::add);
          return "older";
        },
        told::add,
        told::add);
    assertThat(told).containsExactly("newer");
  }

  @Test
  void thePictureComesFirstAndWhatWaitsForItIsDoneOnce() {
    background.run(
        Background.PICTURE,
        "",
        progress -> {
          background.runAfterPicture("keys", p -> "older keys", told::add, told::add);
          background.runAfterPicture("keys", p -> "keys", told::add, told::add);
          background.runAfterPicture("roots", p -> "roots", told::add, told::add);
          background.cancel("roots");
          return "picture";
        },
        told::add,
        told::add);
    assertThat(told).containsExactly("picture", "keys");
    background.runAfterPicture("keys", p -> "again", told::add, told::add);
    assertThat(told).containsExactly("picture", "keys", "again");
  }

  @Test
  void stepsReachTheWatcherAndCancelReachesWhatTheJobWaitsFor() {
    List<String> seen = new ArrayList<>();
    background.run(
        "lane",
        "starting",
        progress -> {
          Running job = background.running().getFirst();
          progress.step("reading keys", 0.5);
          seen.add(job.whatProperty().get() + " " + job.fractionProperty().get());
          AutoCloseable watch = progress.onCancel(() -> seen.add("statement cancelled"));
          job.cancel();
          watch.close();
          assertThatThrownBy(progress::check).isInstanceOf(Progress.Cancelled.class);
          return 0;
        },
        told::add,
        told::add);
    assertThat(seen).containsExactly("reading keys 0.5", "statement cancelled");
  }
}
