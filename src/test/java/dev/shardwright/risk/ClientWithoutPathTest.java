package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientWithoutPathTest {
  private static final CheckCode CHECK = CheckCode.CLIENT_WITHOUT_PATH;

  @Test
  void aTableCalledClientNeedsAChainFromTheRoot() {
    var plan =
        Plans.of(
            "c(id) a(id) b(id, a -> a!)",
            "c",
            new dev.shardwright.classify.Decision.KindOverride(
                dev.shardwright.testing.Schemas.table("a"),
                dev.shardwright.classify.Kind.CLIENT,
                Optional.empty()));

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("blocker a", "blocker b");
  }
}
