package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

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
    Sequence pool = Tables.owned(Tables.sequence("c_seq", BigInteger.valueOf(50)), "c", "id");
    var schema = Tables.sequences(Tables.serial(Schemas.parse("c(id)")), List.of(pool));

    assertThat(Plans.shortly(Plans.of(schema, "c"), CHECK)).containsExactly("blocker c");
  }

  @Test
  void aPoolThatOnlyADefaultNamesBlocksThemToo() {
    Sequence pool = Tables.sequence("ids", BigInteger.valueOf(50));
    var drawing =
        Tables.changed(
            Tables.serial(Schemas.parse("c(id)")),
            "c",
            t ->
                t.withColumns(
                    List.of(
                        Tables.defaultOf(
                            t.columns().getFirst(), Optional.of("nextval('public.ids')")))));

    assertThat(Plans.shortly(Plans.of(Tables.sequences(drawing, List.of(pool)), "c"), CHECK))
        .containsExactly("blocker c");
  }
}
