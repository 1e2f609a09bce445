package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FkToNonUniqueTest {
  private static final CheckCode CHECK = CheckCode.FK_TO_NON_UNIQUE;

  @Test
  void aKeyToColumnsWithoutAUniqueKeyBlocks() {
    var plan = Plans.of("c(id) foo(id, c -> c!, name:text!) bar(id, n:text -> foo.name!)", "c");

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("blocker bar bar_n_fkey");
  }

  @Test
  void aKeyToAPrefixOfThePrimaryKeyBlocksAsWell() {
    var plan = Plans.of("c(id) foo(a!, b!, c -> c!, pk[a b]) bar(id, n -> foo.a!)", "c");

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("blocker bar bar_n_fkey");
  }

  @Test
  void aUniqueKeyWithANullableColumnIsAWarning() {
    var plan =
        Plans.of("c(id) t4(id, c -> c, x!, unique[c x]) t5(id, a!, b!, [a b] -> t4[c x])", "c");

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("warning t5 t5_a_b_fkey");
    Remedy never =
        plan.findings().stream()
            .filter(f -> f.check() == CHECK)
            .findFirst()
            .orElseThrow()
            .remedies()
            .getFirst();
    assertThat(never.sql().orElseThrow())
        .contains("WHERE t.c IS NULL;")
        .contains("ALTER COLUMN c SET NOT NULL");
    assertThat(Plans.shortly(plan.after(never, LocalDate.EPOCH), CHECK)).isEmpty();
  }

  @Test
  void aKeyToMoreThanAPrimaryKeyIsFine() {
    var plan = Plans.of("c(id) t(id, c -> c!) u(id, a!, b!, [a b] -> t[id c])", "c");

    assertThat(Plans.shortly(plan, CHECK)).isEmpty();
  }
}
