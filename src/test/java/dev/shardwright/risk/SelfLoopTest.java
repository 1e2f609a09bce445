package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import org.junit.jupiter.api.Test;

class SelfLoopTest {
  private static final CheckCode CHECK = CheckCode.SELF_LOOP;

  @Test
  void aNullableLoopIsAWarningAndOneThatIsNeverNullAnError() {
    assertThat(Plans.shortly(Plans.of("c(id) a(id, c -> c!, up -> a)", "c"), CHECK))
        .containsExactly("warning a a_up_fkey");
    assertThat(Plans.shortly(Plans.of("c(id) a(id, c -> c!, up -> a!)", "c"), CHECK))
        .containsExactly("error a a_up_fkey");
  }

  @Test
  void theProposedTableCarriesTheOwner() {
    var plan =
        Plans.of("clients(id) albums(id, client_id -> clients!, parent_id -> albums)", "clients");

    assertThat(Plans.findings(plan, CHECK).getFirst().remedies())
        .filteredOn(r -> r.title().contains("hierarchy"))
        .singleElement()
        .satisfies(r ->
            assertThat(r.sql().orElseThrow())
                .contains(
                    "FOREIGN KEY (client_id, parent_id) REFERENCES public.albums (client_id, id)"));
  }

  @Test
  void aLoopOfTheRootIsADirectConnectionInstead() {
    assertThat(Plans.shortly(Plans.of("c(id, up -> c)", "c"), CHECK)).isEmpty();
  }

  @Test
  void aLoopAmongContextIsOnlyTold() {
    assertThat(Plans.shortly(Plans.of("k(id, up -> k!) c(id, k -> k!)", "c"), CHECK))
        .containsExactly("info k k_up_fkey");
  }
}
