package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Product;
import dev.shardwright.model.Schema;
import dev.shardwright.plan.CheckResult;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Stored;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Planner, 8.10 and 9.4: what triggers do to the rows of a client that is copied or deleted. */
class TriggerModifiesDataTest {
  private static final CheckCode CHECK = CheckCode.TRIGGER_MODIFIES_DATA;
  private static final String TABLES =
      """
      clients(id) posts(id, client_id -> clients!, city_id -> cities!, parent_id -> posts, at:timestamp)
      activities(id, client_id -> clients!) cities(id, name:text) logs(id)
      """;

  @Test
  void aTriggerThatWritesIsAnErrorAndTellsWhatItWrites() {
    Plan plan = mysql("posts", "AFTER", "INSERT", "UPDATE activities SET id = id + 1");
    Finding found = Plans.findings(plan, CHECK).getFirst();
    assertThat(Plans.shortly(plan, CHECK)).containsExactly("error DML posts");
    assertThat(found.objects()).containsExactly("t");
    assertThat(found.measured().figures())
        .containsEntry("class", "DML")
        .containsEntry("writes", List.of("public.activities"));
  }

  @Test
  void aTriggerThatOnlyRefusesIsAllowed() {
    assertThat(
            shortly(
                mysql(
                    "posts",
                    "BEFORE",
                    "INSERT",
                    "BEGIN IF LOWER(NEW.at) < '2000' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT"
                        + " = 'DELETE FROM posts'; END IF; END")))
        .isEmpty();
    assertThat(
            shortly(
                postgres(
                    "posts",
                    "BEFORE",
                    "INSERT",
                    "BEGIN IF date_trunc('day', NEW.at) < now() THEN RAISE EXCEPTION 'UPDATE posts"
                        + " SET x'; END IF; RETURN NEW; END")))
        .isEmpty();
  }

  @Test
  void itDependsOnTheEventAndTheTable() {
    String writes = "INSERT INTO logs VALUES (1)";
    assertThat(shortly(mysql("posts", "AFTER", "DELETE", writes)))
        .containsExactly("warning DML posts");
    // posts references itself: its rows are updated in the second phase.
    assertThat(shortly(mysql("posts", "AFTER", "UPDATE", writes)))
        .containsExactly("error DML posts");
    assertThat(shortly(mysql("activities", "AFTER", "UPDATE", writes)))
        .containsExactly("warning DML activities");
    assertThat(shortly(mysql("cities", "AFTER", "INSERT", writes)))
        .containsExactly("warning DML cities");
    assertThat(shortly(mysql("logs", "AFTER", "INSERT", writes))).isEmpty();
  }

  @Test
  void aRowChangedByItsOwnValuesIsOnlyAWarning() {
    assertThat(shortly(mysql("posts", "BEFORE", "INSERT", "SET NEW.at = TRIM(NEW.at)")))
        .containsExactly("warning ROW_CHANGE posts");
    assertThat(shortly(mysql("posts", "BEFORE", "INSERT", "SET NEW.at = NOW()")))
        .containsExactly("error ROW_CHANGE posts");
    assertThat(
            shortly(
                postgres(
                    "posts", "BEFORE", "INSERT", "BEGIN NEW.at := lower(NEW.at); RETURN NEW; END")))
        .containsExactly("warning ROW_CHANGE posts");
    assertThat(
            shortly(
                postgres(
                    "posts",
                    "BEFORE",
                    "INSERT",
                    "DECLARE v timestamp; BEGIN v := now(); NEW.at := v; RETURN NEW; END")))
        .containsExactly("error ROW_CHANGE posts");
  }

  @Test
  void aFunctionThatReturnsNoRowSwallowsIt() {
    assertThat(
            shortly(
                postgres(
                    "posts",
                    "BEFORE",
                    "INSERT",
                    "BEGIN IF NEW.id = 1 THEN RETURN NULL; END IF; RETURN NEW; END")))
        .containsExactly("error ROW_CHANGE posts");
    assertThat(shortly(postgres("posts", "AFTER", "INSERT", "BEGIN RETURN NULL; END"))).isEmpty();
    assertThat(
            shortly(
                postgres(
                    "posts",
                    "BEFORE",
                    "INSERT,DELETE",
                    "BEGIN IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END")))
        .isEmpty();
    assertThat(shortly(postgres("posts", "BEFORE", "DELETE", "BEGIN RETURN OLD; END"))).isEmpty();
    assertThat(shortly(postgres("posts", "BEFORE", "DELETE", "BEGIN RETURN NULL; END")))
        .containsExactly("warning ROW_CHANGE posts");
  }

  @Test
  void whatACalledRoutineDoesCountsToo() {
    Schema schema = Schemas.parse(Product.MYSQL, TABLES);
    schema = Stored.routine(schema, "outer_one", "sql", "BEGIN CALL inner_one(); END");
    schema =
        Stored.routine(
            schema, "inner_one", "sql", "BEGIN CALL outer_one(); DELETE FROM activities; END");
    schema = Stored.trigger(schema, "posts", "t", "AFTER", "INSERT", "CALL outer_one()");
    Plan plan = Plans.of(schema, "clients");
    assertThat(shortly(plan)).containsExactly("error DML posts");
    assertThat(Plans.findings(plan, CHECK).getFirst().measured().figures())
        .containsEntry("writes", List.of("public.activities"));
  }

  @Test
  void whatCannotBeReadIsNeverClean() {
    assertThat(shortly(mysql("posts", "AFTER", "INSERT", "CALL elsewhere()")))
        .containsExactly("error UNKNOWN posts");
    assertThat(
            shortly(
                postgres(
                    "posts", "AFTER", "INSERT", "BEGIN EXECUTE 'DELETE FROM x'; RETURN NULL; END")))
        .containsExactly("error UNKNOWN posts");
    assertThat(shortly(mysql("posts", "AFTER", "INSERT", "FROB THE KNOB")))
        .containsExactly("error UNKNOWN posts");
    Schema hidden = Stored.routine(Schemas.parse(Product.MYSQL, TABLES), "secret", "sql", "");
    Plan plan =
        Plans.of(
            Stored.trigger(hidden, "posts", "t", "AFTER", "INSERT", "CALL secret()"), "clients");
    assertThat(Plans.findings(plan, CHECK).getFirst().message()).contains("GRANT SHOW_ROUTINE");
  }

  @Test
  void whatOnlyLocksOrTellsIsAWarning() {
    assertThat(
            shortly(
                postgres(
                    "posts",
                    "AFTER",
                    "INSERT",
                    "BEGIN PERFORM pg_notify('posts', NEW.id::text); RETURN NULL; END")))
        .containsExactly("warning SIDE_EFFECT posts");
  }

  @Test
  void rulesCountAsTriggers() {
    Schema schema = Schemas.parse(TABLES);
    assertThat(
            shortly(
                Plans.of(
                    Stored.rule(
                        schema,
                        "posts",
                        "r",
                        false,
                        "INSERT",
                        "CREATE RULE r AS ON INSERT TO public.posts DO INSERT INTO activities (id)"
                            + " VALUES (new.id);"),
                    "clients")))
        .containsExactly("error DML posts");
    assertThat(
            shortly(
                Plans.of(
                    Stored.rule(
                        schema,
                        "posts",
                        "r",
                        true,
                        "INSERT",
                        "CREATE RULE r AS ON INSERT TO public.posts DO INSTEAD NOTHING;"),
                    "clients")))
        .containsExactly("error ROW_CHANGE posts");
  }

  @Test
  void hiddenTriggersMakeTheCheckUnknownWithTheGrant() {
    Schema schema =
        Stored.skipped(
            Schemas.parse(Product.MYSQL, TABLES),
            "triggers of shop",
            "The server shows bob only those he has rights on; GRANT TRIGGER ON `shop`.* to be sure"
                + " to see all.");
    Plan plan = Plans.of(schema, "clients");
    assertThat(plan.checks())
        .filteredOn(c -> c.check() == CHECK)
        .singleElement()
        .satisfies(c -> {
          assertThat(c.outcome()).isEqualTo(CheckResult.Outcome.UNKNOWN);
          assertThat(c.why().orElseThrow()).contains("GRANT TRIGGER");
        });
  }

  @Test
  void theGuardLeavesATriggerThatStandsAside() {
    for (Plan plan :
        List.of(
            mysql("posts", "AFTER", "INSERT", "DELETE FROM activities"),
            postgres(
                "posts", "AFTER", "INSERT", "BEGIN DELETE FROM activities; RETURN NULL; END"))) {
      Remedy guard = Plans.findings(plan, CHECK).getFirst().remedies().getFirst();
      assertThat(guard.title()).contains("stand aside");
      Plan after = plan.after(guard, LocalDate.EPOCH);
      assertThat(shortly(after)).containsExactly("info DML posts");
      Remedy drop = Plans.findings(plan, CHECK).getFirst().remedies().getLast();
      assertThat(shortly(plan.after(drop, LocalDate.EPOCH))).isEmpty();
    }
  }

  @Test
  void aGuardOverPartOfTheBodyIsNone() {
    assertThat(
            shortly(
                mysql(
                    "posts",
                    "AFTER",
                    "INSERT",
                    "BEGIN IF @shardwright_copy IS NULL THEN SET @a = 1; ELSE DELETE FROM"
                        + " activities; END IF; END")))
        .containsExactly("error DML posts");
    assertThat(
            shortly(
                mysql(
                    "posts",
                    "AFTER",
                    "INSERT",
                    "BEGIN IF @shardwright_copy IS NULL THEN SET @a = 1; END IF; DELETE FROM"
                        + " activities; IF 1 THEN SET @b = 1; END IF; END")))
        .containsExactly("error DML posts");
  }

  private static List<String> shortly(Plan plan) {
    return Plans.shortly(plan, CHECK);
  }

  private static Plan mysql(String table, String timing, String events, String body) {
    return plan(Product.MYSQL, table, timing, events, body);
  }

  private static Plan postgres(String table, String timing, String events, String body) {
    return plan(Product.POSTGRESQL, table, timing, events, body);
  }

  private static Plan plan(
      Product product, String table, String timing, String events, String body) {
    Schema schema = Schemas.parse(product, TABLES);
    return Plans.of(Stored.trigger(schema, table, "t", timing, events, body), "clients");
  }
}
