package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Product;
import dev.shardwright.model.Relation.Action;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Tables;
import org.junit.jupiter.api.Test;

class UnsafeCascadeTest {
  private static final CheckCode CHECK = CheckCode.UNSAFE_CASCADE;

  private static final String FOO_BAR = "c(id) foo(id, c -> c!) bar(id, c -> c!, foo -> foo!)";

  @Test
  void aKeyThatStopsBetweenTwoCascadesIsAnError() {
    var schema =
        Tables.relations(
            Schemas.parse(FOO_BAR),
            r -> r.name().equals("bar_foo_fkey") ? r : r.onDelete(Action.CASCADE));

    assertThat(Plans.shortly(Plans.of(schema, "c"), CHECK))
        .containsExactly("error bar bar_foo_fkey");
  }

  @Test
  void theGuidesPictureOfCascadesAloneIsOnlyTold() {
    var schema =
        Tables.relations(Schemas.parse(Product.MYSQL, FOO_BAR), r -> r.onDelete(Action.CASCADE));

    assertThat(Plans.shortly(Plans.of(schema, "c"), CHECK))
        .containsExactly("info bar bar_foo_fkey");
  }

  @Test
  void withoutCascadesNothingIsUnsafe() {
    assertThat(Plans.shortly(Plans.of(FOO_BAR, "c"), CHECK)).isEmpty();
  }
}
