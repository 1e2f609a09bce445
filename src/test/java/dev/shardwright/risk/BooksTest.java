package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.report.PlanJson;
import dev.shardwright.report.PlanText;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every client table is in the books, with its figures or the reason why there are none. */
class BooksTest {
  private static final int LOOP = 205;
  private static final TableName LOST = Schemas.table("t7");

  @Test
  void whatNobodyAskedIsInTheBooksAsNotAsked() {
    Plan plan = Plans.of("clients(id) rentals(id, c -> clients!)", "clients");

    assertThat(plan.books().counted()).isEmpty();
    assertThat(plan.books().open())
        .isEqualTo(
            Map.of(Books.NOT_ASKED, List.of(Schemas.table("clients"), Schemas.table("rentals"))));
  }

  @Test
  void aQuestionThatDidNotRunIsToldWithItsReason() {
    Plan plan = Plans.of("clients(id) rentals(id, c -> clients!)", "clients");
    Evidence evidence = Evidence.NONE;
    for (Probe probe : plan.probes()) {
      evidence =
          evidence.with(
              probe.sql(),
              new Evidence.Answer(List.of(), Optional.of("it took longer than 30 s"), "now", 1));
    }
    Plan asked = Plan.of(plan.schema(), plan.decisions(), evidence);

    assertThat(asked.books().whyNot(Schemas.table("rentals"))).contains("it took longer than 30 s");
  }

  @Test
  void tablesBelowTooManyOfUnclearOwnershipAreNeverMissingWithoutAWord() {
    Plan plan = Plans.of(loop(), "c");

    assertThat(plan.books().uncounted()).hasSize(LOOP + 1);
    assertThat(plan.books().whyNot(LOST)).contains(AskableOwners.UNASKABLE);
    assertThat(PlanText.of(plan))
        .contains(
            "whose the rows are of t0, t1, t10, t100, t101 and 200 more · more than 200 tables");
    assertThat(PlanJson.of(plan, "1").toString())
        .contains(
            "\"ran\":false,\"why\":\"more than 200 tables or 1,000 keys of unclear ownership");
  }

  /** Each question would join all keys, and there is one for each table. */
  @Test
  void aMeshOfKeysIsToldAndDoesNotBecomeMegabytesOfQuestions() {
    Plan plan = Plans.of(mesh(45), "c");

    assertThat(plan.books().whyNot(LOST)).contains(AskableOwners.UNASKABLE);
    assertThat(plan.probes().stream().mapToInt(p -> p.sql().length()).sum()).isLessThan(10_000);
    assertThat(Plans.of(mesh(20), "c").books().whyNot(LOST)).contains(Books.NOT_ASKED);
  }

  private static String mesh(int tables) {
    return "c(id) "
        + IntStream.range(0, tables)
            .mapToObj(i ->
                "t%d(id, c -> c, %s)"
                    .formatted(
                        i,
                        IntStream.range(0, tables)
                            .filter(j -> j != i)
                            .mapToObj(j -> "r" + j + " -> t" + j)
                            .collect(Collectors.joining(", "))))
            .collect(Collectors.joining(" "));
  }

  /** Tables that own each other in a circle, any of them also owned directly. */
  private static String loop() {
    return "c(id) "
        + IntStream.range(0, LOOP)
            .mapToObj(i -> "t" + i + "(id, c -> c, next -> t" + (i + 1) % LOOP + ")")
            .collect(Collectors.joining(" "));
  }
}
