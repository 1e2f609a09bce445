package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import org.junit.jupiter.api.Test;

class OutsideSelectionTest {
  private static final CheckCode CHECK = CheckCode.OUTSIDE_SELECTION;

  @Test
  void aKeyToATableThatWasNotReadIsAnError() {
    var plan = Plans.of("c(id, plan_id -> billing.plans.id!)", "c");

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("error plans c_plan_id_fkey");
  }
}
