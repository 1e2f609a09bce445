package dev.shardwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import org.junit.jupiter.api.Test;

class BulkAcceptanceTest {

  @Test
  void aKeyThatCarriesTheOwnerLeavesNothingToSuggest() {
    String projects = "accounts(id) projects(account_id -> accounts!, id, unique[account_id id])";
    String keys = "[account_id project_id] -> projects[account_id id]";

    assertThat(suggested(projects + " tasks(id, account_id!, project_id!, " + keys + ")")).isZero();
    // Where it may be NULL, the composite key guards nothing.
    assertThat(suggested(projects + " tasks(id, account_id!, project_id, " + keys + ")"))
        .isEqualTo(1);
  }

  private static int suggested(String schema) {
    return BulkAcceptance.suggestions(Plans.of(Schemas.parse(schema), "accounts")).size();
  }
}
