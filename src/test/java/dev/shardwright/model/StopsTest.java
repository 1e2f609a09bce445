package dev.shardwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopsTest {
  private final Stops stops = new Stops();
  private final List<String> stopped = new ArrayList<>();

  @Test
  void whatIsWaitedForIsStoppedAndWhatIsDoneIsLeftAlone() throws Exception {
    try (AutoCloseable done = stops.add(() -> stopped.add("done"))) {
      assertThat(done).isNotNull();
    }
    try (AutoCloseable waiting = stops.add(() -> stopped.add("waiting"))) {
      stops.cancel();
      stops.run();
      assertThat(waiting).isNotNull();
    }
    assertThat(stopped).containsExactly("waiting");
  }

  /** A statement that began while Ctrl-C was pressed would otherwise run to its end. */
  @Test
  void whatBeginsAfterTheUserCancelledIsStoppedAtOnce() throws Exception {
    stops.cancel();
    stops.run();
    try (AutoCloseable late = stops.add(() -> stopped.add("late"))) {
      assertThat(late).isNotNull();
    }
    assertThat(stopped).containsExactly("late");
  }
}
