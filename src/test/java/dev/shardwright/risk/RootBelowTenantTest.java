package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import org.junit.jupiter.api.Test;

class RootBelowTenantTest {
  private static final CheckCode CHECK = CheckCode.ROOT_BELOW_TENANT;

  @Test
  void aCompanyAboveTheRootIsAWarning() {
    String schema =
        "companies(id) users(id, company_id -> companies!) tasks(id, user_id -> users!)";

    assertThat(Plans.shortly(Plans.of(schema, "users"), CHECK))
        .containsExactly("warning users users_company_id_fkey");
    assertThat(Plans.shortly(Plans.of(schema, "companies"), CHECK)).isEmpty();
  }

  @Test
  void aCityAboveTheRootIsNone() {
    assertThat(Plans.shortly(Plans.of("cities(id) c(id, city_id -> cities!)", "c"), CHECK))
        .isEmpty();
  }
}
