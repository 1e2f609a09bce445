package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import org.junit.jupiter.api.Test;

class NeutralTouchesContextTest {
  private static final CheckCode CHECK = CheckCode.NEUTRAL_TOUCHES_CONTEXT;

  @Test
  void aTableBelowContextIsReported() {
    var plan =
        Plans.of(
            "cities(id) clients(id, city_id -> cities!) translations(id, city_id -> cities!)"
                + " log(id, translation_id -> translations!)",
            "clients");

    assertThat(Plans.shortly(plan, CHECK))
        .containsExactly(
            "warning log log_translation_id_fkey",
            "warning translations translations_city_id_fkey");
    assertThat(Plans.findings(plan, CHECK).getFirst().message())
        .contains("public.cities through public.translations");
  }

  @Test
  void everyWayOutIsARemedy() {
    var plan = Plans.of("a(id) c(id, a -> a!) x(id, a -> a!)", "c");

    for (Remedy remedy : Plans.findings(plan, CHECK).getFirst().remedies()) {
      remedy
          .decision()
          .ifPresent(d ->
              assertThat(
                      Plans.shortly(Plans.of("a(id) c(id, a -> a!) x(id, a -> a!)", "c", d), CHECK))
                  .isEmpty());
    }
  }
}
