package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import org.junit.jupiter.api.Test;

class TableCycleTest {
  private static final CheckCode CHECK = CheckCode.TABLE_CYCLE;

  @Test
  void aCycleThatNoNullableKeyOpensIsUnbreakable() {
    var plan = Plans.of("c(id) a(id, c -> c!, b -> b!) b(id, a -> a!)", "c");

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("error UNBREAKABLE a a_b_fkey,b_a_fkey");
  }

  @Test
  void aNullableKeyBreaksIt() {
    var plan = Plans.of("c(id, main -> shops) shops(id, c -> c!)", "c");

    assertThat(Plans.shortly(plan, CHECK))
        .containsExactly("warning BREAKABLE c c_main_fkey,shops_c_fkey");
    assertThat(Plans.findings(plan, CHECK).getFirst().message()).contains("c.main");
  }
}
