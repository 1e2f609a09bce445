package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Plans;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MissingFkTest {
  private static final CheckCode CHECK = CheckCode.MISSING_FK;
  private static final String INVOICES =
      "clients(id) notes(id, client_id -> clients!) invoices(id, client_id!)";

  @Test
  void aKeyToAClientTableThatIsMissingIsAnError() {
    assertThat(Plans.shortly(Plans.of(INVOICES, "clients"), CHECK))
        .singleElement()
        .asString()
        .startsWith("error invoices");
  }

  @Test
  void orphansAreCounted() {
    Plan plan =
        Plans.answered(Plans.of(INVOICES, "clients"), CHECK, Map.of("non_null", "3", "found", "2"));

    assertThat(Plans.findings(plan, CHECK).getFirst().measured().figures())
        .isEqualTo(Map.of("nonNull", 3L, "found", 2L, "orphans", 1L));
  }

  @Test
  void aColumnWhoseValuesAreNotThereIsNoKey() {
    Plan plan =
        Plans.answered(
            Plans.of(INVOICES, "clients"), CHECK, Map.of("non_null", "300", "found", "20"));

    assertThat(Plans.findings(plan, CHECK)).isEmpty();
  }

  @Test
  void whatACompositeKeyImpliesIsNotMissedUnlessItMayBeNull() {
    String tables =
        "clients(id) k(id, client_id -> clients!, unique[client_id id])"
            + " p(id, client_id!, k%s, [client_id k] -> k[client_id id])";

    assertThat(Plans.shortly(Plans.of(tables.formatted("!"), "clients"), CHECK)).isEmpty();
    assertThat(Plans.shortly(Plans.of(tables.formatted(""), "clients"), CHECK)).hasSize(1);
  }

  @Test
  void bothAnswersEndTheFinding() {
    for (Remedy remedy :
        Plans.findings(Plans.of(INVOICES, "clients"), CHECK).getFirst().remedies()) {
      Plan plan = Plans.of(INVOICES, "clients", remedy.decision().orElseThrow());
      assertThat(Plans.findings(plan, CHECK)).isEmpty();
    }
  }
}
