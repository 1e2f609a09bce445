package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BiggestClientsTest {
  private static final TableName ROOT = new TableName("public", "clients");
  private static final TableName POSTS = new TableName("public", "posts");

  @Test
  void theBiggestComeFirstOnceTheyWereCounted() {
    Plan plan = plan(Evidence.NONE);
    assertThat(plan.biggestClients()).isEmpty();

    String question =
        plan.probes().stream()
            .map(Probe::sql)
            .filter(sql -> sql.contains("ORDER BY row_count DESC"))
            .findFirst()
            .orElseThrow();
    Evidence counted =
        Evidence.NONE.with(
            question,
            new Evidence.Answer(
                List.of(
                    Map.of("client1", "7", "row_count", "40"),
                    Map.of("client1", "3", "row_count", "2")),
                Optional.empty(),
                "2026-11-26T12:00:00Z",
                1));

    assertThat(plan(counted).biggestClients())
        .containsExactly(
            new BiggestClients.Share(POSTS, List.of("7"), 40),
            new BiggestClients.Share(POSTS, List.of("3"), 2));
  }

  private static Plan plan(Evidence evidence) {
    return Plan.of(
        Schemas.parse("clients(id) posts(id, c -> clients!) other(id)"),
        Decisions.root(ROOT),
        evidence);
  }
}
