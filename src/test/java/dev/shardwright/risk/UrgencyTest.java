package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision.FindingState;
import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.plan.Plan;
import dev.shardwright.report.PlanText;
import dev.shardwright.testing.Plans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ranking against noise: what a DBA should look at first is at the top of what he reads. */
class UrgencyTest {
  private static final CheckCode CHECK = CheckCode.CLIENT_CONNECTION;

  /** The owner's key beside a client parent, twice; two branches; two owners to choose from. */
  private static final String SHOP =
      """
      clients(id) a(id, client_id -> clients!, note:text)
      aa(id, client_id -> clients!, a_id -> a!, note:text, price)
      ab(id, client_id -> clients!, a_id -> a!, note:text, price)
      b(id, client_id -> clients!, note:text)
      deals(id, seller -> clients!, buyer -> clients!, price!, fee!, note:text!)
      meetings(id, a_id -> a!, b_id -> b!, note:text)
      """;

  @Test
  void severalOwnersAndBranchesComeBeforeTheKeyBesideAClientParent() {
    Plan plan = Plans.of(SHOP, "clients");
    assertThat(read(plan)).containsExactly("deals", "meetings", "aa", "ab");
    assertThat(Plans.findings(plan, CHECK))
        .as("files keep the order of their contract")
        .extracting(f -> f.table().name())
        .containsExactly("aa", "ab", "deals", "meetings");
    assertThat(PlanText.of(plan)).containsSubsequence("· deals", "· meetings", "· aa", "· ab");
  }

  @Test
  void noiseOfOneCheckStandsBehindTheOtherChecksOfItsSeverity() {
    StringBuilder text = new StringBuilder("clients(id, up:bigint) a(id, client_id -> clients!) ");
    for (int i = 0; i < 96; i++) {
      text.append("n%d(id, client_id -> clients!, a_id -> a!, x:text, y:text) ".formatted(i));
    }
    text.append("z(id, seller -> clients!, buyer -> clients!, price!, fee!, note:text!)");
    text.append(" a_codes(a_id:bigint!, code:text!)");
    Plan plan = Plans.of(text.toString(), "clients");
    List<Finding> warnings =
        plan.mostUrgentFirst().stream().filter(f -> f.severity() == Severity.WARNING).toList();
    List<Finding> others = warnings.stream().filter(f -> f.urgency() != Urgency.LOW).toList();
    assertThat(others)
        .extracting(Finding::check)
        .contains(CHECK)
        .doesNotContainSequence(CHECK, CHECK);
    assertThat(warnings).hasSize(96 + others.size()).startsWith(others.toArray(Finding[]::new));
  }

  @Test
  void ofTwoBlockersTheOneWithMoreBrokenRowsComesFirst() {
    Plan plan = Plans.of(SHOP, "clients");
    Evidence evidence = Evidence.NONE;
    for (Probe probe : plan.probes()) {
      boolean second = probe.question().contains("ab ");
      if (probe.check() == CHECK) {
        evidence = evidence.with(probe.sql(), answer(second ? 900 : 300));
      }
    }
    Plan counted = Plan.of(plan.schema(), plan.decisions(), evidence);
    assertThat(read(counted)).containsExactly("deals", "ab", "aa", "meetings");
  }

  @Test
  void whatWasDecidedStandsBehindWhatIsOpen() {
    Plan plan = Plans.of(SHOP, "clients");
    Finding first = plan.mostUrgentFirst().getFirst();
    FindingState accepted =
        new FindingState(
            first.check().name(),
            first.table(),
            first.relations(),
            first.objects(),
            State.ACCEPTED,
            Optional.empty(),
            Optional.empty());
    Plan later = Plan.of(plan.schema(), plan.decisions().with(accepted), Evidence.NONE);
    assertThat(read(later)).containsExactly("meetings", "aa", "ab", "deals");
  }

  private static Evidence.Answer answer(int violating) {
    return new Evidence.Answer(
        List.of(Map.of("violating_rows", "" + violating, "checked_rows", "1000")),
        Optional.empty(),
        "2026-11-22",
        1);
  }

  private static List<String> read(Plan plan) {
    List<String> tables = new ArrayList<>();
    plan.mostUrgentFirst().stream()
        .filter(f -> f.check() == CHECK)
        .forEach(f -> tables.add(f.table().name()));
    return tables;
  }
}
