package dev.shardwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Mark;
import dev.shardwright.classify.Ownership;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide's pictures and the corner cases of classification, engine-free. */
class PlanTest {
  private static final String CAR_RENTAL =
      """
      countries(id, name:text!) cities(id, country_id -> countries!)
      clients(id, city_id -> cities!) cars(id)
      rentals(id, client_id -> clients!, car_id -> cars!, start_city_id -> cities!)
      tracks(rental_id -> rentals!, latitude:decimal!)
      anti_fraud_systems(id) blacklisted_credit_cards(anti_fraud_system_id -> anti_fraud_systems!)
      """;

  @Test
  void carRentalIsColouredAsInTheGuide() {
    Plan plan = plan(CAR_RENTAL, "clients");

    assertThat(tables(plan, Kind.CLIENT)).isEqualTo("clients rentals tracks");
    assertThat(tables(plan, Kind.CONTEXT)).isEqualTo("cars cities countries");
    assertThat(tables(plan, Kind.NEUTRAL)).isEqualTo("anti_fraud_systems blacklisted_credit_cards");
    assertThat(tables(plan, Kind.UNDECIDED)).isEmpty();
  }

  @Test
  void everyColourTellsItsShortestChain() {
    Plan plan = plan(CAR_RENTAL, "clients");

    assertThat(why(plan, "tracks"))
        .isEqualTo("public.rentals.rentals_client_id_fkey public.tracks.tracks_rental_id_fkey");
    assertThat(why(plan, "countries"))
        .isEqualTo("public.clients.clients_city_id_fkey public.cities.cities_country_id_fkey");
    assertThat(why(plan, "clients")).isEmpty();
    assertThat(why(plan, "anti_fraud_systems")).isEmpty();
  }

  @Test
  void ofEquallyShortChainsTheFirstByRelationNamesWins() {
    Plan plan = plan("c(id) b(id, c_id -> c!) a(id, c_id -> c!) t(b_id -> b!, a_id -> a!)", "c");

    assertThat(why(plan, "t")).isEqualTo("public.a.a_c_id_fkey public.t.t_a_id_fkey");
  }

  @Test
  void theChainOfAnUndecidedTableStartsAtTheContextTable() {
    Plan plan =
        plan(
            "cities(id) clients(id, city_id -> cities!) translations(city_id -> cities!, id)"
                + " log(translation_id -> translations!, translator_id -> translators!)"
                + " translators(id)",
            "clients");

    assertThat(tables(plan, Kind.UNDECIDED)).isEqualTo("log translations");
    assertThat(tables(plan, Kind.NEUTRAL)).isEqualTo("translators");
    assertThat(why(plan, "log"))
        .isEqualTo(
            "public.translations.translations_city_id_fkey public.log.log_translation_id_fkey");
  }

  @Test
  void aParentOfTheRootIsContextAndAKeyIntoTheRootColoursNothing() {
    Plan plan =
        plan(
            "companies(id) users(id, company_id -> companies!, main_shop_id -> shops)"
                + " shops(id, user_id -> users!)",
            "users");

    assertThat(plan.kind(table("companies"))).isEqualTo(Kind.CONTEXT);
    assertThat(plan.kind(table("shops"))).isEqualTo(Kind.CLIENT);
    assertThat(plan.mark(table("shops")).ownership()).isEqualTo(Ownership.TOTAL);
  }

  @Test
  void aCutRelationIsListedButColoursNothing() {
    Plan plan =
        plan(CAR_RENTAL, "clients", new Decision.Cut("public.rentals.rentals_car_id_fkey", none()));

    assertThat(plan.kind(table("cars"))).isEqualTo(Kind.NEUTRAL);
    assertThat(plan.relations())
        .filteredOn(PlannedRelation::cut)
        .extracting(r -> r.relation().name())
        .containsExactly("rentals_car_id_fkey");
  }

  @Test
  void aVirtualRelationColoursLikeAKey() {
    Schema schema = Schemas.parse("clients(id) invoices(id, client_id!)");
    Decision drawn =
        new DecisionParser(schema).relation("invoices(client_id)->clients(id)", none());

    Plan plan = Plan.of(schema, root("clients").with(drawn), Evidence.NONE);

    assertThat(plan.kind(table("invoices"))).isEqualTo(Kind.CLIENT);
    assertThat(plan.mark(table("invoices")).ownership()).isEqualTo(Ownership.TOTAL);
    assertThat(why(plan, "invoices")).isEqualTo("public.invoices(client_id)->public.clients(id)");
  }

  @Test
  void aTypeIdPairOwnsOnlySomeRows() {
    Schema schema = Schemas.parse("clients(id) likes(id, what:text!, what_id!)");
    Decision drawn =
        new DecisionParser(schema).relation("likes(what_id)->clients(id)[what=Client]", none());

    Plan plan = Plan.of(schema, root("clients").with(drawn), Evidence.NONE);

    assertThat(plan.mark(table("likes")).ownership()).isEqualTo(Ownership.SINGLE);
    assertThat(plan.relations().getFirst().relation().discriminator())
        .contains(new Relation.Discriminator("what", "Client"));
  }

  @Test
  void aTableOverriddenAsNeutralLosesItsKeysToClientsAndContext() {
    Plan plan =
        plan(
            CAR_RENTAL,
            "clients",
            new Decision.KindOverride(table("cities"), Kind.NEUTRAL, none()));

    Mark mark = plan.mark(table("cities"));
    assertThat(mark.kind()).isEqualTo(Kind.NEUTRAL);
    assertThat(mark.computed()).isEqualTo(Kind.CONTEXT);
    assertThat(mark.override()).contains(Kind.NEUTRAL);
    assertThat(plan.kind(table("countries"))).isEqualTo(Kind.NEUTRAL);
    assertThat(plan.relations())
        .filteredOn(PlannedRelation::cut)
        .extracting(r -> r.relation().name() + ": " + r.why().orElse(""))
        .containsExactly(
            "clients_city_id_fkey: public.cities is to be neutral",
            "rentals_start_city_id_fkey: public.cities is to be neutral");
  }

  @Test
  void aTableOverriddenAsContextLosesItsKeysToClientsAndMakesItsParentsContext() {
    Plan plan =
        plan(
            "clients(id) makers(id)"
                + " products(id, created_by -> clients!, maker_id -> makers!)"
                + " orders(id, client_id -> clients!, product_id -> products!)",
            "clients",
            new Decision.KindOverride(table("products"), Kind.CONTEXT, none()));

    assertThat(tables(plan, Kind.CONTEXT)).isEqualTo("makers products");
    assertThat(plan.mark(table("products")).computed()).isEqualTo(Kind.CLIENT);
    assertThat(plan.relations())
        .filteredOn(PlannedRelation::cut)
        .extracting(r -> r.relation().name())
        .containsExactly("products_created_by_fkey");
  }

  @Test
  void aTableOverriddenAsClientMakesClientsOfWhatHangsBelow() {
    Plan plan =
        plan(CAR_RENTAL, "clients", new Decision.KindOverride(table("cars"), Kind.CLIENT, none()));

    assertThat(plan.kind(table("cars"))).isEqualTo(Kind.CLIENT);
    assertThat(plan.mark(table("cars")).ownership()).isEqualTo(Ownership.NONE);
    assertThat(plan.mark(table("rentals")).ownership()).isEqualTo(Ownership.TOTAL);
  }

  @Test
  void aRootOverriddenAsAnythingElseIsAConflict() {
    Plan plan =
        plan(
            CAR_RENTAL,
            "clients",
            new Decision.KindOverride(table("clients"), Kind.NEUTRAL, none()));

    assertThat(plan.kind(table("clients"))).isEqualTo(Kind.CLIENT);
    assertThat(plan.mark(table("clients")).conflict()).isTrue();
  }

  @Test
  void decisionsThatDoNotFitArePendingAndNothingElseChanges() {
    Plan plan =
        plan(
            CAR_RENTAL,
            "clients",
            new Decision.Cut("public.rentals.gone", none()),
            new Decision.KindOverride(table("gone"), Kind.CONTEXT, none()),
            new Decision.PlainId(table("rentals"), List.of("gone"), none()),
            new Decision.Setting("colour", "blue"),
            new Decision.Setting("nestedShare", "much"));

    assertThat(plan.pending())
        .extracting(Plan.Pending::why)
        .containsExactly(
            "There is no relation public.rentals.gone.",
            "There is no table public.gone.",
            "Table public.rentals has no column gone.",
            "There is no setting colour.",
            "much is no value of the setting nestedShare.");
    assertThat(plan.classification()).isEqualTo(plan(CAR_RENTAL, "clients").classification());
    assertThat(plan.decisions().all()).hasSize(6);
  }

  @Test
  void withoutARootEveryTableIsUndecided() {
    Plan plan = Plan.of(Schemas.parse(CAR_RENTAL), Decisions.NONE, Evidence.NONE);

    assertThat(plan.count(Kind.UNDECIDED)).isEqualTo(8);
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void aTableOutsideTheSelectionIsMarkedAsWell() {
    Plan plan = plan("clients(id, plan_id -> billing.plans.id!)", "clients");

    assertThat(plan.kind(Schemas.table("billing.plans"))).isEqualTo(Kind.CONTEXT);
    assertThat(plan.count(Kind.CONTEXT)).isZero();
  }

  private static Plan plan(String text, String root, Decision... decisions) {
    Decisions all = root(root);
    for (Decision decision : decisions) {
      all = all.with(decision);
    }
    return Plan.of(Schemas.parse(text), all, Evidence.NONE);
  }

  private static Decisions root(String table) {
    return Decisions.root(table(table));
  }

  private static TableName table(String name) {
    return Schemas.table(name);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static String tables(Plan plan, Kind kind) {
    return plan.classification().tables(kind).stream()
        .map(TableName::name)
        .collect(Collectors.joining(" "));
  }

  private static String why(Plan plan, String table) {
    return plan.mark(table(table)).why().stream()
        .map(Relation::id)
        .collect(Collectors.joining(" "));
  }
}
