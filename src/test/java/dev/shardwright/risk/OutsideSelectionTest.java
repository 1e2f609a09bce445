package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Tables;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutsideSelectionTest {
  private static final CheckCode CHECK = CheckCode.OUTSIDE_SELECTION;

  @Test
  void aKeyToATableThatWasNotReadIsAnError() {
    var plan = Plans.of("c(id, plan_id -> billing.plans.id!)", "c");

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("error plans c_plan_id_fkey");
  }

  @Test
  void theSentenceSaysWhichOfTheTwoWasNotRead() {
    Schema schema = Schemas.parse("c(id, plan_id -> billing.plans.id!)");
    Relation from =
        Relation.declared(
            new TableName("hr", "staff"),
            "staff_c",
            List.of("c_id"),
            Schemas.table("c"),
            List.of("id"),
            true);
    List<Relation> both = Stream.concat(schema.relations().stream(), Stream.of(from)).toList();

    assertThat(Plans.findings(Plans.of(Tables.relations(schema, both), "c"), CHECK))
        .extracting(Finding::message)
        .containsExactly(
            "public.c has a key to billing.plans, which was not read: the classification is"
                + " incomplete.",
            "hr.staff, which was not read, has a key to public.c: the classification is"
                + " incomplete.");
  }
}
