package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Sequence;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Tables;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdSourceTest {
  private static final CheckCode CHECK = CheckCode.ID_SOURCE;

  @Test
  void idsThatNoServerMakesAreAWarning() {
    var schema = Schemas.parse("c(id) a(id, c -> c!) b(c -> c!, pk[c])");

    assertThat(Plans.shortly(Plans.of(schema, "c"), CHECK))
        .containsExactly("warning a", "warning c");
    assertThat(Plans.shortly(Plans.of(Tables.serial(schema), "c"), CHECK)).isEmpty();
  }

  @Test
  void aSequenceInStepsOfFiftyBlocksTheSlots() {
    Sequence pool =
        new Sequence(
            Schemas.table("c_seq"),
            "bigint",
            BigInteger.ONE,
            BigInteger.valueOf(50),
            BigInteger.ONE,
            BigInteger.valueOf(Long.MAX_VALUE),
            1,
            false,
            Optional.of(new ColumnRef(Schemas.table("c"), "id")),
            false,
            Optional.empty());
    var schema = Tables.sequences(Tables.serial(Schemas.parse("c(id)")), List.of(pool));

    assertThat(Plans.shortly(Plans.of(schema, "c"), CHECK)).containsExactly("blocker c");
  }
}
