package dev.shardwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Schema;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Probe;
import dev.shardwright.risk.Remedy;
import dev.shardwright.risk.Severity;
import dev.shardwright.testing.Schemas;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A remedy is tried on the plan before anybody runs it, and what comes after it is said. */
class WhatIfTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  @Test
  void theOwnerColumnMendsTheHorseRiddleAndBringsAnUnprovenConnection() {
    Plan plan =
        plan(
            """
            clients(id)
            time_limits(id, client_id -> clients!)
            distance_limits(id, client_id -> clients!)
            parts(name:text!, time_limit_id -> time_limits, distance_limit_id -> distance_limits)
            """);
    PlanDiff diff = diff(plan, CheckCode.OPAQUE_UNIQUENESS, "parts", "never NULL");
    assertThat(diff.gone()).extracting(Finding::check).contains(CheckCode.OPAQUE_UNIQUENESS);
    assertThat(diff.found()).extracting(Finding::check).contains(CheckCode.CLIENT_CONNECTION);
    assertThat(diff.tables().changed()).containsExactly("public.parts");
    assertThat(diff.relations().added()).containsExactly("public.parts.parts_clients_id_fkey");
  }

  @Test
  void theLoopsOwnTableCarriesTheOwnerAndBringsNothing() {
    Plan plan = plan("clients(id) albums(id, client_id -> clients!, parent_id -> albums)");
    PlanDiff diff = diff(plan, CheckCode.SELF_LOOP, "albums", "Move the relation");
    assertThat(diff.gone())
        .extracting(Finding::check)
        .contains(CheckCode.SELF_LOOP, CheckCode.CLIENT_CONNECTION);
    assertThat(diff.found()).noneMatch(f -> f.severity().compareTo(severe()) <= 0);
    assertThat(diff.tables().added()).containsExactly("public.albums_hierarchy");
  }

  @Test
  void splittingPolymorphicDataLeavesAConnectionOfClients() {
    Plan plan = skins();
    Remedy remedy = remedy(plan, CheckCode.POLYMORPHIC_DATA, "skins", "may still lead");
    Plan after = plan.after(remedy, TODAY);
    PlanDiff diff = PlanDiff.of(plan, after);
    assertThat(diff.gone()).extracting(Finding::check).contains(CheckCode.POLYMORPHIC_DATA);
    assertThat(diff.tables().added()).containsExactly("public.public_skins");
    assertThat(after.findings())
        .filteredOn(f -> f.check() == CheckCode.CLIENT_CONNECTION)
        .extracting(Finding::columns)
        .containsExactly(List.of("client_id", "skin_id"));
  }

  @Test
  void splittingPolymorphicDataWithKeysThatCarryTheOwnerLeavesNone() {
    Plan plan = skins();
    PlanDiff diff = diff(plan, CheckCode.POLYMORPHIC_DATA, "skins", "carries the owner");
    assertThat(diff.gone())
        .extracting(Finding::check)
        .contains(CheckCode.POLYMORPHIC_DATA, CheckCode.CLIENT_CONNECTION);
    assertThat(diff.found()).extracting(Finding::check).containsOnly(CheckCode.ID_SOURCE);
  }

  @Test
  void theSharedRowsOfASplitAreContext() {
    Plan plan = skins();
    Plan after = plan.after(remedy(plan, CheckCode.POLYMORPHIC_DATA, "skins", "may still"), TODAY);
    assertThat(after.kind(Schemas.table("public_skins"))).isEqualTo(Kind.CONTEXT);
    assertThat(after.kind(Schemas.table("skins"))).isEqualTo(Kind.CLIENT);
  }

  @Test
  void theGuidesOwnTableForALoopMayJoinTwoClients() {
    Plan drawn =
        plan(
            """
            clients(id) albums(id, client_id -> clients!)
            album_hierarchy(parent_id -> albums!, child_id -> albums!)
            """);
    assertThat(drawn.findings())
        .filteredOn(f -> f.table().equals(Schemas.table("album_hierarchy")))
        .extracting(Finding::check)
        .contains(CheckCode.CLIENT_CONNECTION);
  }

  @Test
  void aCopyInTwoPassesTakesTheLoopOffTheList() {
    Plan plan = plan("clients(id) albums(id, client_id -> clients!, parent_id -> albums)");
    Remedy remedy = remedy(plan, CheckCode.SELF_LOOP, "albums", "two passes");
    assertThat(remedy.sql().orElseThrow()).contains("NULL AS parent_id").contains("AS second_pass");
    PlanDiff diff = PlanDiff.of(plan, plan.after(remedy, TODAY));
    assertThat(diff.gone()).extracting(Finding::check).containsExactly(CheckCode.SELF_LOOP);
    assertThat(diff.tables().changed()).isEmpty();
  }

  @Test
  void aRepairOfRowsLeavesAConnectionThatNoRowUses() {
    Plan asked =
        plan(
            """
            clients(id) categories(id, client_id -> clients!)
            posts(id, client_id -> clients!, category_id -> categories)
            """);
    Probe counting = counting(asked);
    Plan plan =
        Plan.of(
            asked.schema(),
            asked.decisions(),
            Evidence.NONE.with(counting.sql(), answer("checked_rows", 200, "violating_rows", 2)));
    PlanDiff diff = diff(plan, CheckCode.CLIENT_CONNECTION, "posts", "Empty category_id");
    assertThat(diff.gone()).extracting(Finding::subtype).containsExactly(Optional.of("ACCIDENTAL"));
    assertThat(diff.found())
        .extracting(Finding::subtype)
        .containsExactly(Optional.of("ACCIDENTAL_POSSIBLE"));
  }

  private static Probe counting(Plan plan) {
    return plan.findings().stream()
        .filter(f -> f.check() == CheckCode.CLIENT_CONNECTION)
        .flatMap(f -> f.measured().probe().stream())
        .findFirst()
        .orElseThrow();
  }

  private static Evidence.Answer answer(String one, long first, String other, long second) {
    return new Evidence.Answer(
        List.of(Map.of(one, String.valueOf(first), other, String.valueOf(second))),
        Optional.empty(),
        "2026-11-26T12:00:00Z",
        1);
  }

  private static Plan skins() {
    return plan(
        """
        clients(id) skins(id, client_id -> clients, color:text)
        blogs(id, client_id -> clients!, skin_id -> skins!, title:text)
        """);
  }

  @Test
  void theCompositeKeyProvesTheDiamond() {
    Plan plan =
        plan(
            """
            clients(id) categories(id, client_id -> clients!)
            posts(id, client_id -> clients!, category_id -> categories!)
            """);
    PlanDiff diff = diff(plan, CheckCode.CLIENT_CONNECTION, "posts", "Make it provable");
    assertThat(diff.gone()).extracting(Finding::check).contains(CheckCode.CLIENT_CONNECTION);
    assertThat(diff.found()).extracting(Finding::check).doesNotContain(CheckCode.CLIENT_CONNECTION);
  }

  @Test
  void anAcceptedRelationRecolours() {
    Plan plan =
        plan("clients(id) notes(id, client_id -> clients!) invoices(id, client_id!, text:text)");
    PlanDiff diff = diff(plan, CheckCode.MISSING_FK, "invoices", "Accept");
    assertThat(diff.kinds())
        .containsExactly(
            new PlanDiff.Recoloured(Schemas.table("invoices"), Kind.NEUTRAL, Kind.CLIENT));
    assertThat(diff.gone()).extracting(Finding::check).contains(CheckCode.MISSING_FK);
  }

  @Test
  void adviceChangesNothing() {
    Plan plan = plan("clients(id) posts(id, client_id -> clients!)");
    Remedy advice = Remedy.advice("Think.");
    assertThat(advice.foreseeable()).isFalse();
    assertThat(PlanDiff.of(plan, plan.after(advice, TODAY)).isEmpty()).isTrue();
  }

  private static Severity severe() {
    return Severity.WARNING;
  }

  static PlanDiff diff(Plan plan, CheckCode check, String table, String title) {
    Remedy remedy = remedy(plan, check, table, title);
    assertThat(remedy.foreseeable()).isTrue();
    return PlanDiff.of(plan, plan.after(remedy, TODAY));
  }

  private static Remedy remedy(Plan plan, CheckCode check, String table, String title) {
    List<Remedy> remedies =
        plan.findings().stream()
            .filter(f -> f.check() == check && f.table().equals(Schemas.table(table)))
            .flatMap(f -> f.remedies().stream())
            .filter(r -> r.title().contains(title))
            .toList();
    assertThat(remedies).isNotEmpty();
    return remedies.getFirst();
  }

  private static Plan plan(String text) {
    Schema schema = Schemas.parse(text);
    return Plan.of(schema, Decisions.root(Schemas.table("clients")), Evidence.NONE);
  }
}
