package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnownedRowsTest {
  private static final CheckCode CHECK = CheckCode.UNOWNED_ROWS;

  private static final String SCHEMA = "c(id) notes(id, c -> c)";

  @Test
  void rowsWithoutAClientAreAnErrorOnceCounted() {
    var plan = Plans.of(SCHEMA, "c");
    assertThat(Plans.shortly(plan, CHECK)).containsExactly("info notes notes_c_fkey");
    assertThat(Plans.shortly(Plans.answered(plan, CHECK, Map.of("unowned_rows", "2")), CHECK))
        .containsExactly("error notes notes_c_fkey");
    assertThat(Plans.shortly(Plans.answered(plan, CHECK, Map.of("unowned_rows", "0")), CHECK))
        .isEmpty();
  }

  @Test
  void rowsThatAreNeverWithoutAreNotAsked() {
    assertThat(Plans.of("c(id) notes(id, c -> c!)", "c").probes())
        .noneMatch(UnownedRowsTest::asksForUnowned);
  }

  @Test
  void ownershipThroughALoopIsAskedByRecursion() {
    var plan = Plans.of("c(id) comments(id, c -> c, up -> comments)", "c");

    assertThat(plan.probes())
        .filteredOn(UnownedRowsTest::asksForUnowned)
        .singleElement()
        .satisfies(p -> assertThat(p.sql()).contains("WITH RECURSIVE owned"));
  }

  /** No plain statement follows such a loop; the ledger's does, and knows the rows of no client. */
  @Test
  void aLoopOfSeveralTablesIsCountedByTheLedger() {
    var plan = Plans.of("c(id) a(id, c -> c, b -> b) b(id, a -> a)", "c");
    assertThat(Plans.shortly(plan, CHECK))
        .containsExactly("info a a_b_fkey,a_c_fkey", "info b b_a_fkey");
    var answer = Map.of("one_client", "3", "no_client", "2", "several_clients", "0");
    var counted = Plans.answered(plan, CHECK, answer);
    assertThat(Plans.shortly(counted, CHECK))
        .containsExactly("error a a_b_fkey,a_c_fkey", "error b b_a_fkey");
    assertThat(Plans.findings(counted, CHECK).getFirst().measured().figures())
        .isEqualTo(Map.of("unowned", 2L));
  }

  @Test
  void noQuestionIsAskedTwice() {
    assertThat(Plans.of("c(id) a(id, c -> c, b -> b) b(id, a -> a)", "c").probes())
        .extracting(Probe::sql)
        .doesNotHaveDuplicates();
  }

  /** The ledger asks about every client table as well; this is the check's own question. */
  private static boolean asksForUnowned(Probe probe) {
    return probe.check() == CHECK && probe.sql().contains("AS unowned_rows");
  }
}
