package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.Column.Generated;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.Table;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.plan.CheckResult;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Stored;
import dev.shardwright.testing.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  @Test
  void aFunctionInsideAViewIsFollowed() {
    Schema schema = Stored.routine(SCHEMA, "open_tickets", "sql", "SELECT count(*) FROM tickets");
    schema = Stored.view(schema, "posts_and", "SELECT p.id, open_tickets() AS n FROM posts p");
    schema = Stored.view(schema, "above", "SELECT a.id FROM posts_and a");
    assertThat(Plans.findings(Plans.of(schema, "clients"), CHECK))
        .extracting(f -> f.objects().getFirst())
        .containsExactly("public.above", "public.posts_and");
  }

  @Test
  void aFunctionThatAViewCallsAndNobodyKnowsIsUnknown() {
    Schema schema = Stored.view(SCHEMA, "v", "SELECT frobnicate(p.id) FROM posts p");
    assertThat(outcome(schema)).isEqualTo(CheckResult.Outcome.UNKNOWN);
  }

  static Stream<Arguments> placesInATable() {
    String call = "open_tickets(id)";
    Optional<String> none = Optional.empty();
    KeyPart part = new KeyPart(call, true, OptionalInt.empty(), false);
    return Stream.of(
        place("default", t -> with(t, Optional.of(call), Optional.empty())),
        place("generated column", t -> with(t, none, Optional.of(new Generated(call, true)))),
        place(
            "condition",
            t -> t.withChecks(List.of(new Check("c", false, call + " > 0", "", true, true)))),
        place(
            "unique key",
            t ->
                t.withKeys(
                    List.of(
                        new UniqueKey(
                            "k",
                            UniqueKey.Kind.INDEX,
                            List.of(part),
                            false,
                            none,
                            false,
                            true,
                            none,
                            none)))),
        place("policy", t -> policy(t, "USING (" + call + " > 0)")),
        place("query of a policy", t -> policy(t, "WITH CHECK (id IN (SELECT id FROM tickets))")));
  }

  private static Arguments place(String name, UnaryOperator<Table> change) {
    return Arguments.of(name, change);
  }

  private static Table with(
      Table table, Optional<String> defaultSql, Optional<Generated> generated) {
    List<Column> columns = new ArrayList<>(table.columns());
    Column id = columns.getFirst();
    columns.add(
        new Column(
            "n",
            id.type(),
            true,
            defaultSql,
            generated,
            Column.Identity.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return table.withColumns(columns);
  }

  private static Table policy(Table t, String rule) {
    return t.withOptions(List.of("CREATE POLICY own ON public.posts FOR ALL TO PUBLIC " + rule));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("placesInATable")
  void aFunctionInsideATableIsFollowed(String place, UnaryOperator<Table> change) {
    Schema schema = Stored.routine(SCHEMA, "open_tickets", "sql", "SELECT count(*) FROM tickets");
    Schema changed = Tables.changed(schema, "posts", change);
    assertThat(Plans.findings(Plans.of(changed, "clients"), CHECK))
        .extracting(f -> f.objects().getFirst())
        .containsExactly("public.posts");
  }

  private static final String LOOKS = "SELECT count(*) > 0 FROM tickets";

  @Test
  void anOperatorIsFollowedToItsFunction() {
    Schema schema = operator(Stored.routine(SCHEMA, "same", "sql", LOOKS));
    Schema used = Tables.changed(schema, "posts", t -> policy(t, "USING ((id === 5))"));

    assertThat(Plans.findings(Plans.of(used, "clients"), CHECK))
        .extracting(f -> f.objects().getFirst())
        .containsExactly("public.posts");
    assertThat(Plans.findings(Plans.of(schema, "clients"), CHECK)).as("nobody uses it").isEmpty();
  }

  @Test
  void anOperatorThatOnlyComputesIsNoReasonForDoubt() {
    assertThat(outcome(operator(Stored.routine(SCHEMA, "same", "sql", "SELECT $1 = $2"))))
        .isEqualTo(CheckResult.Outcome.CLEAR);
  }

  @Test
  void anOperatorWhoseFunctionCannotBeReadIsUnknown() {
    assertThat(outcome(operator(SCHEMA))).isEqualTo(CheckResult.Outcome.UNKNOWN);
    assertThat(outcome(operator(Stored.routine(SCHEMA, "same", "c", "same_in_c"))))
        .isEqualTo(CheckResult.Outcome.UNKNOWN);
    assertThat(outcome(Stored.skipped(SCHEMA, "OPERATOR public.=== (integer, integer)", "no")))
        .as("a plan file from before")
        .isEqualTo(CheckResult.Outcome.UNKNOWN);
  }

  @Test
  void aComparisonThatLooksAtTablesIsUnknownBecauseItsSignIsOftenLeftOut() {
    Schema schema = Stored.routine(SCHEMA, "same", "sql", LOOKS);
    Skipped equal =
        new Skipped("OPERATOR public.= (integer, integer)", "no", Optional.of("public.same"));
    assertThat(outcome(Stored.skipped(schema, equal))).isEqualTo(CheckResult.Outcome.UNKNOWN);
  }

  @Test
  void aCastIsFollowedWhereItIsWrittenAndUnknownWhereItIsNot() {
    Schema schema = Stored.routine(SCHEMA, "to_mark", "sql", LOOKS);
    Schema written = Stored.skipped(schema, cast(""));
    Schema used =
        Tables.changed(written, "posts", t -> policy(t, "USING (((id)::mark IS NOT NULL))"));

    assertThat(outcome(written)).isEqualTo(CheckResult.Outcome.CLEAR);
    assertThat(outcome(used)).isEqualTo(CheckResult.Outcome.FOUND);
    assertThat(outcome(Stored.skipped(schema, cast(" AS IMPLICIT"))))
        .isEqualTo(CheckResult.Outcome.UNKNOWN);
    assertThat(
            outcome(
                Stored.skipped(
                    SCHEMA, "CAST (integer AS public.mark) WITHOUT FUNCTION AS IMPLICIT", "no")))
        .isEqualTo(CheckResult.Outcome.CLEAR);
  }

  private static Skipped cast(String when) {
    return new Skipped("CAST (integer AS public.mark)" + when, "no", Optional.of("public.to_mark"));
  }

  private static Schema operator(Schema schema) {
    return Stored.skipped(
        schema,
        new Skipped("OPERATOR public.=== (integer, integer)", "no", Optional.of("public.same")));
  }

  private static CheckResult.Outcome outcome(Schema schema) {
    return Plans.of(schema, "clients").checks().stream()
        .filter(c -> c.check() == CHECK)
        .findFirst()
        .orElseThrow()
        .outcome();
  }
}
