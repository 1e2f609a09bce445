package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Product;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  @Test
  void columnsThatNoKeyGuardsAreLookedAt() {
    var schema =
        Schemas.parse(
            Product.MYSQL,
            "c(id:int unsigned, no:int!, unique[no]) a(id:int unsigned, c:int unsigned -> c!,"
                + " no:int)");
    Decisions decisions =
        Decisions.root(Schemas.table("c"))
            .with(
                new Decision.Virtual(
                    Schemas.table("a"),
                    List.of("no"),
                    Schemas.table("c"),
                    List.of("no"),
                    Optional.empty(),
                    false,
                    Optional.empty()));
    var plan = Plan.of(schema, decisions, Evidence.NONE);
    assertThat(Plans.shortly(Plans.answered(plan, CHECK, Map.of("smallest", "-1")), CHECK))
        .containsExactly("warning a", "warning c");
  }
}
