package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import org.junit.jupiter.api.Test;

class FewKeysTest {
  private static final CheckCode CHECK = CheckCode.FEW_KEYS;

  @Test
  void aSchemaWithHardlyAnyKeysIsNotJudgedByThem() {
    var plan = Plans.of("c(id) a(id, c -> c!) b(id) d(id) e(id) f(id)", "c");

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("warning c");
  }

  @Test
  void aSchemaWhoseTablesAreMostlyJoinedIsFine() {
    assertThat(
            Plans.shortly(Plans.of("c(id) a(id, c -> c!) b(id, c -> c!) d(id) e(id)", "c"), CHECK))
        .isEmpty();
  }
}
