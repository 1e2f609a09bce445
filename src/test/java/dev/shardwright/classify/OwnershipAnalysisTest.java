package dev.shardwright.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import org.junit.jupiter.api.Test;

class OwnershipAnalysisTest {

  @Test
  void aChainOfKeysThatAreNeverNullOwnsTotally() {
    assertThat(of("clients(id) a(id, c -> clients!) b(id, a -> a!)", "b"))
        .isEqualTo(Ownership.TOTAL);
  }

  @Test
  void oneNullableChainOwnsSingly() {
    assertThat(of("clients(id) a(id, c -> clients) b(id, a -> a!)", "b"))
        .isEqualTo(Ownership.SINGLE);
  }

  @Test
  void theHorseRiddleHasSeveralChains() {
    assertThat(
            of(
                "clients(id) t(id, c -> clients!) d(id, c -> clients!) parts(t -> t, d -> d)",
                "parts"))
        .isEqualTo(Ownership.MULTI);
  }

  @Test
  void whatHangsBelowSeveralChainsInherits() {
    assertThat(
            of(
                "clients(id) p(id, c1 -> clients, c2 -> clients) x(id, p -> p!) y(id, x -> x!)",
                "y"))
        .isEqualTo(Ownership.INHERITS);
  }

  @Test
  void ownershipThroughALoopIsRecursive() {
    String schema =
        "clients(id) comments(id, c -> clients, parent -> comments) likes(c -> comments)";
    assertThat(of(schema, "comments")).isEqualTo(Ownership.RECURSIVE);
    assertThat(of(schema, "likes")).isEqualTo(Ownership.INHERITS);
  }

  @Test
  void severalChainsToATotallyOwnedParentDoNotMatter() {
    assertThat(
            of("clients(id) p(id, c -> clients!, x -> x) x(id, c -> clients) t(id, p -> p)", "t"))
        .isEqualTo(Ownership.SINGLE);
  }

  @Test
  void aKeyToRowsThatAreNotUniqueProvesNothing() {
    assertThat(of("clients(id) foo(id, c -> clients!, name:text!) bar(n:text -> foo.name!)", "bar"))
        .isEqualTo(Ownership.MULTI);
  }

  @Test
  void theDecisionWhoOwnsLeavesOneChain() {
    Decision owner =
        new Decision.Owner(
            Schemas.table("parts"), "public.parts.parts_t_fkey", java.util.Optional.empty());
    Plan plan =
        Plan.of(
            Schemas.parse("clients(id) t(id, c -> clients!) parts(t -> t, c -> clients)"),
            Decisions.root(Schemas.table("clients")).with(owner),
            Evidence.NONE);

    assertThat(plan.mark(Schemas.table("parts")).ownership()).isEqualTo(Ownership.SINGLE);
    assertThat(plan.ownership().ownersOf(Schemas.table("parts"))).hasSize(1);
  }

  private static Ownership of(String schema, String table) {
    return Plan.of(Schemas.parse(schema), Decisions.root(Schemas.table("clients")), Evidence.NONE)
        .mark(Schemas.table(table))
        .ownership();
  }
}
