package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Product;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Schema;
import dev.shardwright.plan.CheckResult;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Tables;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Big tables are looked at in part, and nothing found in a part is never nothing there. */
class SampleTest {
  private static final CheckCode CONNECTION = CheckCode.CLIENT_CONNECTION;

  @Test
  void aSampleOfABigTableIsAskedOn() {
    assertThat(sql(big(Product.POSTGRESQL)))
        .contains("FROM public.posts t TABLESAMPLE SYSTEM (1.0) REPEATABLE (1)");
    assertThat(sql(big(Product.MYSQL)))
        .contains("SELECT * FROM (SELECT `id`, `client_id`, `category_id` FROM")
        .contains("ORDER BY `id` LIMIT 31250) s16\n) t");
  }

  @Test
  void aSmallTableIsReadWhole() {
    assertThat(sql(plan(schema(Product.POSTGRESQL)))).contains("FROM public.posts t\n");
  }

  @Test
  void nothingFoundInASampleIsUnknownAndSaysHowMuchWasLookedAt() {
    Plan plan = answered(0);
    assertThat(Plans.findings(plan, CONNECTION))
        .singleElement()
        .satisfies(f -> assertThat(f.subtype()).contains("UNPROVEN"))
        .satisfies(f -> assertThat(f.message()).contains("of a sample"))
        .satisfies(f -> assertThat(f.measured().figures()).containsEntry("sampleRows", 500_000L));
    CheckResult check =
        plan.checks().stream().filter(c -> c.check() == CONNECTION).findFirst().orElseThrow();
    assertThat(check.outcome()).isEqualTo(CheckResult.Outcome.UNKNOWN);
    assertThat(check.toString()).contains("only about 500,000 of its 50,000,000 rows");
  }

  @Test
  void rowsFoundInASampleAreTrue() {
    assertThat(Plans.findings(answered(3), CONNECTION))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.BLOCKER));
  }

  private static Plan answered(int violating) {
    return Plans.answered(
        big(Product.POSTGRESQL),
        CONNECTION,
        Map.of("checked_rows", "500000", "violating_rows", String.valueOf(violating)));
  }

  private static String sql(Plan plan) {
    return Plans.findings(plan, CONNECTION).getFirst().measured().sql().orElseThrow();
  }

  private static Plan big(Product product) {
    return plan(
        Tables.changed(
            schema(product), "posts", t -> t.withRowCount(RowCount.estimate(50_000_000))));
  }

  private static Plan plan(Schema schema) {
    return Plans.of(schema, "clients");
  }

  private static Schema schema(Product product) {
    return Schemas.parse(
        product,
        """
        clients(id) categories(id, client_id -> clients!)
        posts(id, client_id -> clients!, category_id -> categories!, body:longtext)
        """);
  }
}
