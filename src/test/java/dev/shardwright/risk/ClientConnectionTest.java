package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientConnectionTest {
  private static final CheckCode CHECK = CheckCode.CLIENT_CONNECTION;
  private static final String BLOG =
      "clients(id) posts(id, client_id -> clients!)"
          + " comments(id, post_id -> posts!, client_id -> clients!)";

  @Test
  void withoutDataTheConnectionIsUnprovenAndTheCheckUnknown() {
    Plan plan = Plans.of(BLOG, "clients");

    assertThat(Plans.shortly(plan, CHECK))
        .containsExactly("warning UNPROVEN comments comments_client_id_fkey,comments_post_id_fkey");
    assertThat(plan.checks())
        .filteredOn(c -> c.check() == CHECK)
        .singleElement()
        .satisfies(c ->
            assertThat(c.why()).contains("1 of 1 places are open: the data was not looked at."));
  }

  @Test
  void theSubtypeFollowsTheShareOfViolatingRows() {
    assertThat(counted(0, 5)).startsWith("warning ACCIDENTAL_POSSIBLE");
    assertThat(counted(1, 5)).startsWith("blocker ACCIDENTAL");
    assertThat(counted(2, 3)).startsWith("blocker UNCLEAR");
    assertThat(counted(5, 1000)).startsWith("blocker ACCIDENTAL");
    assertThat(counted(400, 1000)).startsWith("blocker NESTED");
    assertThat(counted(100, 1000)).startsWith("blocker UNCLEAR");
  }

  @Test
  void aTableOfLittleMoreThanTwoKeysToTheRootIsALinkTable() {
    Plan plan =
        Plans.of("clients(id) affiliation(parent -> clients!, child -> clients!)", "clients");

    assertThat(Plans.shortly(plan, CHECK))
        .singleElement()
        .asString()
        .startsWith("warning LINK_TABLE");
  }

  @Test
  void twoOwnersToChooseFromAreContestedUntilTheDbaDecides() {
    String schema =
        "clients(id) deals(id, seller -> clients!, buyer -> clients!, price!, fee!, note:text!)";
    assertThat(Plans.shortly(Plans.of(schema, "clients"), CHECK))
        .singleElement()
        .asString()
        .startsWith("warning CONTESTED");

    Decision owner =
        new Decision.Owner(
            Schemas.table("deals"), "public.deals.deals_buyer_fkey", Optional.empty());

    assertThat(Plans.shortly(Plans.of(schema, "clients", owner), CHECK))
        .singleElement()
        .asString()
        .startsWith("warning UNPROVEN");
  }

  @Test
  void whatACompositeKeyProvesIsSilent() {
    Plan plan =
        Plans.of(
            "clients(id) k(id, c -> clients!, unique[c id])"
                + " p(id, c -> clients!, k, [c k] -> k[c id])",
            "clients");

    assertThat(Plans.shortly(plan, CHECK)).isEmpty();
  }

  @Test
  void theMendIsACompositeKeyThatCarriesTheOwner() {
    Finding finding = Plans.findings(Plans.of(BLOG, "clients"), CHECK).getFirst();

    assertThat(finding.remedies().getFirst().sql())
        .contains(
            """
            ALTER TABLE public.posts ADD UNIQUE (client_id, id);

            ALTER TABLE public.comments ADD FOREIGN KEY (client_id, post_id) REFERENCES public.posts (client_id, id);

            ALTER TABLE public.comments DROP CONSTRAINT comments_post_id_fkey;\
            """);
  }

  @Test
  void theOwnerMayBeCarriedFromFurtherAbove() {
    Plan plan =
        Plans.of(
            "accounts(id) users(id, account_id -> accounts!)"
                + " projects(account_id -> accounts!, id, unique[account_id id])"
                + " tasks(id, account_id!, project_id!, user_id -> users,"
                + " [account_id project_id] -> projects[account_id id])",
            "accounts");

    assertThat(Plans.findings(plan, CHECK).getFirst().remedies().getFirst().sql())
        .contains(
            """
            ALTER TABLE public.users ADD UNIQUE (account_id, id);

            ALTER TABLE public.tasks ADD FOREIGN KEY (account_id, user_id) REFERENCES public.users (account_id, id);

            ALTER TABLE public.tasks DROP CONSTRAINT tasks_user_id_fkey;\
            """);
  }

  @Test
  void eachCutEndsTheFinding() {
    for (Remedy remedy : Plans.findings(Plans.of(BLOG, "clients"), CHECK).getFirst().remedies()) {
      remedy
          .decision()
          .ifPresent(d -> assertThat(Plans.shortly(Plans.of(BLOG, "clients", d), CHECK)).isEmpty());
    }
  }

  private static String counted(int violating, int checked) {
    Plan plan =
        Plans.answered(
            Plans.of(BLOG, "clients"),
            CHECK,
            Map.of("checked_rows", "" + checked, "violating_rows", "" + violating, "id", "7"));
    return Plans.shortly(plan, CHECK).getFirst();
  }
}
