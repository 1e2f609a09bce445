package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import org.junit.jupiter.api.Test;

class NonIntegerKeysTest {
  private static final CheckCode CHECK = CheckCode.NON_INTEGER_KEYS;

  @Test
  void uuidAndNaturalKeysAreTold() {
    var plan =
        Plans.of("c(id:uuid) a(code:text!, c:uuid -> c!, pk[code]) b(id, c:uuid -> c!)", "c");

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("info a", "info c");
  }
}
