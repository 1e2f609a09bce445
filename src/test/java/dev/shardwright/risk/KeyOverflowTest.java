package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Product;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Tables;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyOverflowTest {
  private static final CheckCode CHECK = CheckCode.KEY_OVERFLOW;

  @Test
  void anIdThatSlotsExhaustBlocks() {
    var schema = Tables.serial(Schemas.parse("c(id:smallint) a(id:bigint, c:smallint -> c!)"));
    var plan = Plans.of(schema, "c");

    assertThat(plan.probes()).filteredOn(p -> p.check() == CHECK).hasSize(1);
    assertThat(Plans.shortly(Plans.answered(plan, CHECK, Map.of("next_id", "100")), CHECK))
        .isEmpty();
    assertThat(Plans.shortly(Plans.answered(plan, CHECK, Map.of("next_id", "32700")), CHECK))
        .containsExactly("blocker c");
  }

  @Test
  void aNarrowerColumnThatRefersToTheIdRunsOutBeforeIt() {
    var schema = Tables.serial(Schemas.parse("c(id) a(id, c:smallint -> c!)"));
    var plan = Plans.answered(Plans.of(schema, "c"), CHECK, Map.of("next_id", "32700"));

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("blocker a");
    assertThat(Plans.findings(plan, CHECK).getFirst().message()).contains("up to 32,767;");
  }

  @Test
  void aSequenceMayEndBeforeItsColumn() {
    var schema = Tables.serial(Schemas.parse("c(id:integer) a(id, c:integer -> c!)"));
    var plan =
        Plans.answered(Plans.of(schema, "c"), CHECK, Map.of("next_id", "950", "max_value", "1000"));

    assertThat(Plans.findings(plan, CHECK).getFirst().measured().figures())
        .containsEntry("next", BigInteger.valueOf(1049))
        .containsEntry("capacity", BigInteger.ZERO);
  }

  // Measured: tinyint unsigned at 50, n = 100, f = 7 gives 107, 207, then an error.
  @Test
  void theCapacityIsThatOfTheSlotThatComesLast() {
    var schema =
        Tables.serial(Schemas.parse(Product.MYSQL, "c(id:tinyint unsigned) a(id, c -> c!)"));
    var plan =
        Plans.answered(
            Plans.of(schema, "c", new Decision.Setting("insertsPerDay", "1")),
            CHECK,
            Map.of("next_id", "50"));

    assertThat(Plans.findings(plan, CHECK).getFirst().measured().figures())
        .containsEntry("next", BigInteger.valueOf(149))
        .containsEntry("max", BigInteger.valueOf(255))
        .containsEntry("capacity", BigInteger.TWO);
  }
}
