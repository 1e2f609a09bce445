package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.testing.Plans;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpaqueUniquenessTest {
  private static final CheckCode CHECK = CheckCode.OPAQUE_UNIQUENESS;
  private static final String LIMITS =
      "c(id) t(id, c -> c!) d(id, c -> c!) parts(%stime_id -> t, distance_id -> d)";

  @Test
  void theHorseRiddleBlocks() {
    assertThat(Plans.shortly(Plans.of(LIMITS.formatted(""), "c"), CHECK))
        .containsExactly("blocker MULTI parts parts_distance_id_fkey,parts_time_id_fkey");
  }

  @Test
  void aPrimaryKeyMakesItAWarning() {
    assertThat(Plans.shortly(Plans.of(LIMITS.formatted("id, "), "c"), CHECK))
        .containsExactly("warning MULTI parts parts_distance_id_fkey,parts_time_id_fkey");
  }

  @Test
  void aKeyToTheRootThatIsNeverNullSolvesIt() {
    assertThat(Plans.shortly(Plans.of(LIMITS.formatted("c -> c!, "), "c"), CHECK)).isEmpty();
  }

  @Test
  void theOverlapIsCounted() {
    var plan =
        Plans.answered(
            Plans.of(LIMITS.formatted(""), "c"),
            CHECK,
            Map.of("overlap_rows", "4", "unowned_rows", "0"));

    assertThat(Plans.findings(plan, CHECK).getFirst().measured().figures())
        .isEqualTo(Map.of("status", "multi", "rowIdentity", false, "overlap", 4L, "unowned", 0L));
  }

  @Test
  void theLiteralCountIsASettingForComparison() {
    String schema = "c(id) a(id, c -> c!) b(id, c -> c) x(id, a -> a!, b -> b) t(id, x -> x)";
    assertThat(Plans.shortly(Plans.of(schema, "c"), CHECK)).isEmpty();
    assertThat(Plans.shortly(Plans.of(schema, "c", new Decision.Setting("literal", "true")), CHECK))
        .containsExactly("warning LITERAL t");
  }
}
