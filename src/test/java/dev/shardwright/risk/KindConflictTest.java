package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KindConflictTest {
  private static final CheckCode CHECK = CheckCode.KIND_CONFLICT;

  @Test
  void aRootThatIsToBeNeutralIsAConflict() {
    var plan =
        Plans.of(
            "c(id) a(id, c -> c!)",
            "c",
            new dev.shardwright.classify.Decision.KindOverride(
                dev.shardwright.testing.Schemas.table("c"),
                dev.shardwright.classify.Kind.NEUTRAL,
                Optional.empty()));

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("blocker c");
  }
}
