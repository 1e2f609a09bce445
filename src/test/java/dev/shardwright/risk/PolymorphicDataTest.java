package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolymorphicDataTest {
  private static final CheckCode CHECK = CheckCode.POLYMORPHIC_DATA;

  private static final String SKINS = "c(id) skins(id, c -> c) blogs(id, c -> c!, skin -> skins!)";

  @Test
  void aSharedTableThatClientsReferenceIsSuspectedAndThenCounted() {
    var plan = Plans.of(SKINS, "c");
    assertThat(Plans.shortly(plan, CHECK)).containsExactly("warning skins skins_c_fkey");

    var counted =
        Plans.answered(
            plan,
            CHECK,
            Map.of("shared_rows", "2", "owned_rows", "1", "references_to_shared", "2"));

    assertThat(Plans.shortly(counted, CHECK)).containsExactly("error skins skins_c_fkey");
    assertThat(Plans.findings(counted, CHECK).getFirst().measured().figures())
        .isEqualTo(Map.of("sharedRows", 2L, "ownedRows", 1L, "referencesToShared", 2L));
    assertThat(Plans.findings(counted, CheckCode.UNOWNED_ROWS)).isEmpty();
  }

  /** That its rows cannot be counted in one plain statement makes the table no safer. */
  @Test
  void aTableInALoopOfSeveralTablesIsSuspectedBySchema() {
    var plan = Plans.of("c(id) a(id, c -> c, b -> b) b(id, a -> a)", "c");
    assertThat(Plans.shortly(plan, CHECK))
        .containsExactly("warning a a_b_fkey,a_c_fkey", "warning b b_a_fkey");
  }

  @Test
  void aSelfReferenceDoesNotCount() {
    assertThat(Plans.shortly(Plans.of("c(id) a(id, c -> c, up -> a)", "c"), CHECK)).isEmpty();
  }
}
