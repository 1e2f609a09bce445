package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import org.junit.jupiter.api.Test;

class NoPrimaryKeyTest {
  private static final CheckCode CHECK = CheckCode.NO_PRIMARY_KEY;

  @Test
  void aTableWithoutARowIdentityIsTold() {
    var plan =
        Plans.of("c(id) a(c -> c!) b(c -> c!, n, unique[c n]) d(c -> c!, n!, unique[c n])", "c");

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("info a", "info b");
  }
}
