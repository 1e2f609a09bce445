package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Product;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedNegativeKeysTest {
  private static final CheckCode CHECK = CheckCode.SIGNED_NEGATIVE_KEYS;

  @Test
  void negativeIdsKeepTheirSign() {
    var plan =
        Plans.of(Schemas.parse(Product.MYSQL, "c(id:int) a(id:int unsigned, c:int -> c!)"), "c");

    assertThat(Plans.shortly(Plans.answered(plan, CHECK, Map.of("smallest", "-1")), CHECK))
        .containsExactly("warning c");
    assertThat(Plans.shortly(Plans.answered(plan, CHECK, Map.of("smallest", "1")), CHECK))
        .isEmpty();
  }

  @Test
  void eachNumberOfACompositeKeyIsLookedAt() {
    var plan =
        Plans.of(
            Schemas.parse(
                Product.MYSQL, "c(id:int unsigned) a(c:int unsigned -> c!, no:int!, pk[c no])"),
            "c");

    assertThat(Plans.findings(Plans.answered(plan, CHECK, Map.of("smallest", "-1")), CHECK))
        .singleElement()
        .satisfies(f -> assertThat(f.columns()).containsExactly("no"));
  }
}
