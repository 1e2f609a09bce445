package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Schema;
import dev.shardwright.plan.CheckResult;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Stored;
import org.junit.jupiter.api.Test;

class CrossDatabaseObjectTest {
  private static final CheckCode CHECK = CheckCode.CROSS_DATABASE_OBJECT;
  private static final Schema SCHEMA =
      Schemas.parse("clients(id) posts(id, client_id -> clients!) tickets(id, about:text)");

  @Test
  void aViewOverBothSidesIsFound() {
    Schema schema =
        Stored.view(
            SCHEMA, "both", "SELECT t.id FROM tickets t JOIN clients c ON c.id::text = t.about");
    Plan plan = Plans.of(schema, "clients");
    assertThat(Plans.shortly(plan, CHECK)).containsExactly("error clients");
    assertThat(Plans.findings(plan, CHECK).getFirst().objects()).containsExactly("public.both");
  }

  @Test
  void aViewOverAViewIsFollowed() {
    Schema schema = Stored.view(SCHEMA, "inner_one", "SELECT id FROM tickets");
    schema =
        Stored.view(
            schema, "outer_one", "SELECT p.id FROM posts p JOIN inner_one i ON i.id = p.id");
    assertThat(Plans.findings(Plans.of(schema, "clients"), CHECK))
        .extracting(f -> f.objects().getFirst())
        .containsExactly("public.outer_one");
  }

  @Test
  void aTriggerOfOneSideThatWritesTheOtherIsFound() {
    Schema schema =
        Stored.trigger(
            SCHEMA,
            "posts",
            "t",
            "AFTER",
            "INSERT",
            "BEGIN INSERT INTO tickets (id) VALUES (1); RETURN NULL; END");
    assertThat(Plans.shortly(Plans.of(schema, "clients"), CHECK)).containsExactly("error posts");
  }

  @Test
  void aRoutineThatCallsARoutineOfTheOtherSideIsFound() {
    Schema schema = Stored.routine(SCHEMA, "a", "sql", "SELECT b() FROM clients");
    schema = Stored.routine(schema, "b", "sql", "SELECT count(*) FROM tickets");
    assertThat(Plans.findings(Plans.of(schema, "clients"), CHECK))
        .extracting(f -> f.objects().getFirst())
        .containsExactly("public.a()");
  }

  @Test
  void whatStaysOnOneSideIsClearAndDynamicSqlIsUnknown() {
    Schema schema = Stored.view(SCHEMA, "one", "SELECT id, client_id FROM posts");
    assertThat(outcome(schema)).isEqualTo(CheckResult.Outcome.CLEAR);
    assertThat(outcome(Stored.routine(schema, "r", "plpgsql", "BEGIN EXECUTE 'SELECT 1'; END")))
        .isEqualTo(CheckResult.Outcome.UNKNOWN);
  }

  private static CheckResult.Outcome outcome(Schema schema) {
    return Plans.of(schema, "clients").checks().stream()
        .filter(c -> c.check() == CHECK)
        .findFirst()
        .orElseThrow()
        .outcome();
  }
}
