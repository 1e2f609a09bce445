package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shardwright.classify.Decision.FindingState;
import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Product;
import dev.shardwright.model.Schema;
import dev.shardwright.plan.DecisionJson;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Stored;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the DBA said about one finding says nothing about its neighbours. */
class VerdictsTest {
  private static final CheckCode CHECK = CheckCode.TRIGGER_MODIFIES_DATA;

  @Test
  void aWaivedTriggerDoesNotHideAnotherOfItsTable() {
    Plan plan = Plans.of(triggers("audit", "count"), "clients", waived(List.of("audit")));
    assertThat(states(plan)).isEqualTo(Map.of("audit", State.WAIVED, "count", State.OPEN));
  }

  @Test
  void aWaiverStaysWithItsTriggerWhenTheDatabaseGetsAnother() {
    Plan plan = Plans.of(triggers("audit"), "clients", waived(List.of("audit")));
    Plan later = Plan.of(triggers("aaa", "audit"), plan.decisions(), Evidence.NONE);
    assertThat(states(later)).isEqualTo(Map.of("aaa", State.OPEN, "audit", State.WAIVED));
  }

  @Test
  void aWaivedColumnDoesNotHideAnotherOfItsTable() {
    Schema schema =
        Schemas.parse("clients(id, login:text!, mail:text!, unique[login], unique[mail])");
    Plan open = Plan.of(schema, Decisions.root(Schemas.table("clients")), Evidence.NONE);
    List<Finding> unique = Plans.findings(open, CheckCode.GLOBAL_UNIQUE);
    assertThat(unique).hasSize(2);
    Finding waived = unique.getFirst();

    Plan plan =
        Plan.of(
            schema,
            open.decisions()
                .with(
                    new FindingState(
                        waived.check().name(),
                        waived.table(),
                        waived.relations(),
                        waived.named(),
                        State.WAIVED,
                        Optional.empty(),
                        Optional.empty())),
            Evidence.NONE);

    assertThat(Plans.findings(plan, CheckCode.GLOBAL_UNIQUE))
        .extracting(f -> f.columns().equals(waived.columns()), Finding::state)
        .containsExactlyInAnyOrder(tuple(true, State.WAIVED), tuple(false, State.OPEN));
  }

  @Test
  void eachTriggerIsDecidedAndReopenedByItself() {
    Decisions both =
        Decisions.root(Schemas.table("clients"))
            .with(waived(List.of("audit")))
            .with(waived(List.of("count")));
    Decisions one = both.without(waived(List.of("audit")));
    Plan plan = Plan.of(triggers("audit", "count"), one, Evidence.NONE);
    assertThat(states(plan)).isEqualTo(Map.of("audit", State.OPEN, "count", State.WAIVED));
  }

  @Test
  void aWaiverThatNamesNoObjectMeansAllAsItEverDid() {
    Schema schema = triggers("audit", "count");
    Decisions old =
        DecisionJson.read(
            new JsonMapper()
                .readTree(
                    """
                    {"root": "public.clients", "findings": [{"check": "TRIGGER_MODIFIES_DATA",
                     "table": "public.clients", "relations": [], "state": "waived"}]}\
                    """),
            name -> Schemas.table("clients"));
    assertThat(states(Plan.of(schema, old, Evidence.NONE)))
        .isEqualTo(Map.of("audit", State.WAIVED, "count", State.WAIVED));
    assertThat(DecisionJson.toJson(old).toString()).doesNotContain("objects");
  }

  @Test
  void theWordAboutATriggerGoesBeforeTheWordAboutAll() {
    Schema schema = triggers("audit", "count");
    FindingState ended =
        new FindingState(
            CHECK.name(),
            Schemas.table("clients"),
            List.of(),
            List.of("audit"),
            State.WAIVED,
            Optional.empty(),
            Optional.of("2026-01-01"));
    Decisions decisions =
        Decisions.root(Schemas.table("clients")).with(waived(List.of())).with(ended);
    Plan plan = Plan.of(schema, decisions, Evidence.NONE, LocalDate.of(2026, 1, 2));
    assertThat(states(plan)).isEqualTo(Map.of("audit", State.OPEN, "count", State.WAIVED));
  }

  private static Schema triggers(String... names) {
    Schema schema = Schemas.parse(Product.MYSQL, "clients(id) logs(id)");
    for (String name : names) {
      schema =
          Stored.trigger(schema, "clients", name, "AFTER", "INSERT", "UPDATE logs SET id = id + 1");
    }
    return schema;
  }

  private static FindingState waived(List<String> objects) {
    return new FindingState(
        CHECK.name(),
        Schemas.table("clients"),
        List.of(),
        objects,
        State.WAIVED,
        Optional.empty(),
        Optional.empty());
  }

  private static Map<String, State> states(Plan plan) {
    return Plans.findings(plan, CHECK).stream()
        .collect(Collectors.toMap(f -> f.objects().getFirst(), Finding::state));
  }
}
