package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Tables;
import org.junit.jupiter.api.Test;

class ContextTooBigTest {
  private static final CheckCode CHECK = CheckCode.CONTEXT_TOO_BIG;

  @Test
  void contextOfGigabytesIsAWarningAndNeutralEndsIt() {
    var schema =
        Tables.changed(
            Schemas.parse("geo(id) c(id, geo -> geo!)"), "geo", t -> Tables.bytes(t, 5L << 30));
    var plan = Plans.of(schema, "c");

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("warning geo");
    Remedy weaken = Plans.findings(plan, CHECK).getFirst().remedies().getFirst();
    assertThat(Plans.shortly(Plans.of(schema, "c", weaken.decision().orElseThrow()), CHECK))
        .isEmpty();
  }
}
