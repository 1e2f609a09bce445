package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Tables;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyOverflowTest {
  private static final CheckCode CHECK = CheckCode.KEY_OVERFLOW;

  @Test
  void anIdThatSlotsExhaustBlocks() {
    var schema = Tables.serial(Schemas.parse("c(id:smallint) a(id:bigint, c:smallint -> c!)"));
    var plan = Plans.of(schema, "c");

    assertThat(plan.probes()).filteredOn(p -> p.check() == CHECK).hasSize(1);
    assertThat(Plans.shortly(Plans.answered(plan, CHECK, Map.of("largest", "100")), CHECK))
        .isEmpty();
    assertThat(Plans.shortly(Plans.answered(plan, CHECK, Map.of("largest", "32700")), CHECK))
        .containsExactly("blocker c");
  }
}
