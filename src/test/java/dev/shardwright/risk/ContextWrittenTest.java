package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Relation.Action;
import dev.shardwright.model.Schema;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Stored;
import dev.shardwright.testing.Tables;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ContextWrittenTest {
  private static final CheckCode CHECK = CheckCode.CONTEXT_WRITTEN;
  private static final Schema SCHEMA =
      Schemas.parse(
          "clients(id) rentals(id, client_id -> clients!, city_id -> cities!) cities(id, n)");

  @Test
  void aTriggerOfAClientTableThatCountsInContextIsAnError() {
    Schema schema =
        Stored.trigger(
            SCHEMA,
            "rentals",
            "t",
            "AFTER",
            "INSERT",
            "BEGIN UPDATE cities SET n = n + 1 WHERE id = NEW.city_id; RETURN NULL; END");
    Plan plan = Plans.of(schema, "clients");
    assertThat(Plans.shortly(plan, CHECK)).containsExactly("error rentals");
    assertThat(Plans.findings(plan, CHECK).getFirst().objects()).containsExactly("t");
  }

  @Test
  void aRoutineThatKnowsClientsAndWritesContextIsFoundOneThatDoesNotIsNot() {
    Schema schema =
        Stored.routine(
            SCHEMA,
            "recount",
            "sql",
            "UPDATE cities SET n = (SELECT count(*) FROM rentals r WHERE r.city_id = cities.id)");
    schema = Stored.routine(schema, "rename", "sql", "UPDATE cities SET n = 0");
    assertThat(Plans.findings(Plans.of(schema, "clients"), CHECK))
        .extracting(f -> f.objects().getFirst())
        .containsExactly("public.recount()");
  }

  @Test
  void aKeyThatErasesClientRowsWithAContextRowIsAnErrorUntilItRefuses() {
    Schema schema =
        Tables.relations(
            SCHEMA, r -> r.parent().name().equals("cities") ? r.onDelete(Action.CASCADE) : r);
    Plan plan = Plans.of(schema, "clients");
    assertThat(Plans.shortly(plan, CHECK)).containsExactly("error rentals rentals_city_id_fkey");
    Remedy refuse = Plans.findings(plan, CHECK).getFirst().remedies().getFirst();
    assertThat(Plans.shortly(plan.after(refuse, LocalDate.EPOCH), CHECK)).isEmpty();
  }

  @Test
  void aCascadeFromTheClientIsNoConcern() {
    Schema schema =
        Tables.relations(
            SCHEMA, r -> r.parent().name().equals("clients") ? r.onDelete(Action.CASCADE) : r);
    assertThat(Plans.shortly(Plans.of(schema, "clients"), CHECK)).isEmpty();
  }
}
