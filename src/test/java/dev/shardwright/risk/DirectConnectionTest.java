package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectConnectionTest {
  private static final CheckCode CHECK = CheckCode.DIRECT_CONNECTION;

  @Test
  void aKeyOfTheRootToItselfBlocks() {
    assertThat(Plans.shortly(Plans.of("c(id, ref -> c)", "c"), CHECK))
        .containsExactly("blocker SELF c c_ref_fkey");
  }

  @Test
  void aKeyBackToTheRootBlocksOnceRowsOfOthersWereFound() {
    var plan = Plans.of("c(id, main -> shops) shops(id, c_id -> c!)", "c");
    assertThat(Plans.shortly(plan, CHECK)).containsExactly("warning BACK_TO_ROOT c c_main_fkey");

    var counted =
        Plans.answered(plan, CHECK, Map.of("checked_rows", "3", "violating_rows", "1", "id", "2"));

    assertThat(Plans.shortly(counted, CHECK)).containsExactly("blocker BACK_TO_ROOT c c_main_fkey");
    assertThat(Plans.findings(counted, CHECK).getFirst().measured().figures())
        .containsEntry("violatingRows", 1L)
        .containsEntry("sampleKeys", List.of("2"));
  }

  @Test
  void aCompositeKeyThatCarriesTheRootsKeyIsSafe() {
    var plan =
        Plans.of(
            "c(id, main, [id main] -> shops[c_id id]) shops(id, c_id -> c!, unique[c_id id])", "c");

    assertThat(Plans.shortly(plan, CHECK)).isEmpty();
  }

  @Test
  void theQuestionIsAskedOfTheNearestColumnThatHoldsTheOwner() {
    var plan = Plans.of("c(id, main -> shops) shops(id, c_id -> c!)", "c");

    assertThat(plan.probes().getFirst().sql())
        .isEqualTo(
            """
            SELECT COUNT(*) AS checked_rows,
              COALESCE(SUM(CASE WHEN t.id <> p1.c_id THEN 1 ELSE 0 END), 0) AS violating_rows
            FROM public.c t
            LEFT JOIN public.shops p1 ON p1.id = t.main
            WHERE (t.id IS NOT NULL AND p1.c_id IS NOT NULL)\
            """);
  }
}
