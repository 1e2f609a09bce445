package dev.shardwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  @Test
  void aKeyThatCarriesTheOwnerLeavesNothingToSuggest() {
    String projects = "accounts(id) projects(account_id -> accounts!, id, unique[account_id id])";
    String keys = "[account_id project_id] -> projects[account_id id]";

    assertThat(suggested(projects + " tasks(id, account_id!, project_id!, " + keys + ")")).isZero();
    // Where it may be NULL, the composite key guards nothing.
    assertThat(suggested(projects + " tasks(id, account_id!, project_id, " + keys + ")"))
        .isEqualTo(1);
  }

  @Test
  void theValuesTellWithoutARoot() {
    Plan asked =
        Plans.answered(
            Plan.of(
                Schemas.parse("parts(part_no:text!, pk[part_no]) lines(id, part_no:text!)"),
                Decisions.NONE,
                Evidence.NONE),
            CheckCode.MISSING_FK,
            Map.of("non_null", "40", "found", "40"));

    assertThat(asked.suggestions())
        .singleElement()
        .satisfies(s -> assertThat(s.counted().orElseThrow().orphans()).isZero())
        .satisfies(s -> assertThat(s.confidence()).isGreaterThan(0.9));
  }

  private static int suggested(String schema) {
    return Plans.of(Schemas.parse(schema), "accounts").suggestions().size();
  }
}
