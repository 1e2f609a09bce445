package dev.shardwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.classify.Kind;
import dev.shardwright.diagram.Arrangement;
import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.WorkStep;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Span;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the reports say of a plan, whatever the format. */
class ReportsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final String RENTAL =
      "clients(id, login:text!, unique[login]) cities(id, name:text) cars(id)"
          + " rentals(id, client_id -> clients!, city_id -> cities!, car_id -> cars)"
          + " tracks(id, rental_id -> rentals!) frauds(id, ip:text)";

  static Reports reports(Plan plan) {
    return reports(plan, DAY);
  }

  private static Reports reports(Plan plan, LocalDate day) {
    return Reports.of(Arrangement.of(plan), ReportMeta.of("0.1.0", day), Progress.SILENT);
  }

  private static Section section(Plan plan, String id) {
    return reports(plan).content().sections().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Everything a section says, a line a text. */
  private static List<String> says(Plan plan, String section) {
    return section(plan, section).blocks().stream().flatMap(ReportsTest::says).toList();
  }

  private static Stream<String> says(Block block) {
    return switch (block) {
      case Block.Heading heading -> Stream.of(heading.title());
      case Block.Prose prose -> Stream.of(prose.text().plain());
      case Block.Bullets bullets -> bullets.items().stream().map(Line::plain);
      case Block.Facts facts -> facts.facts().stream().map(f -> f.value().plain());
      case Block.Details details ->
          details.facts().stream().map(f -> f.label() + ": " + f.value().plain());
      case Block.Sql sql -> Stream.of(sql.title(), sql.text());
      case Block.Grid grid ->
          grid.rows().stream()
              .map(row -> String.join(" | ", row.stream().map(Line::plain).toList()));
      case Block.Entry entry ->
          Stream.concat(
              Stream.of(entry.title().plain()), entry.blocks().stream().flatMap(ReportsTest::says));
      case Block.Picture picture -> Stream.of(picture.description());
    };
  }

  @Test
  void theSamePlanOnTheSameDayGivesTheSameBytes() throws IOException {
    Reports one = reports(Plans.of(RENTAL, "clients"));
    Reports other = reports(Plans.of(RENTAL, "clients"));
    assertThat(one.html()).isEqualTo(other.html());
    assertThat(one.markdown()).isEqualTo(other.markdown());
    assertThat(one.json()).isEqualTo(other.json());
    assertThat(pdf(one)).isEqualTo(pdf(other));
  }

  static byte[] pdf(Reports reports) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    reports.pdf(out);
    return out.toByteArray();
  }

  @Test
  void everyTableStandsUnderItsMarkWithTheChainThatMadeItSo() {
    assertThat(says(Plans.of(RENTAL, "clients"), "tables"))
        .containsSubsequence(
            "Client (3)",
            "tracks |  |  | total | clients → rentals (client_id) → tracks (rental_id)")
        .containsSubsequence("Context (2)", "cities |  |  | rentals → cities (city_id)")
        .containsSubsequence("Neutral (1)", "frauds |  |  | ");
  }

  @Test
  void anOverrideShowsWhatTheKeysSayAndWhyItWasDecided() {
    Decision cars =
        new Decision.KindOverride(
            Schemas.table("cars"), Kind.NEUTRAL, Optional.of("the fleet has its own system"));
    assertThat(says(Plans.of(RENTAL, "clients", cars), "tables"))
        .contains("cars |  |  | decided; computed context: the fleet has its own system");
  }

  @Test
  void aPlanWithoutOpenBlockersIsReadyAndOneWithAnUndecidedTableIsNot() {
    assertThat(says(Plans.of(RENTAL, "clients"), "summary").getFirst())
        .isEqualTo("ready to export Every table is decided and no blocker is open.");
    String undecided = RENTAL + " city_names(id, city_id -> cities!)";
    assertThat(says(Plans.of(undecided, "clients"), "summary").getFirst())
        .startsWith("not ready to export In the way: 1 undecided table");
  }

  @Test
  void aPlanWithoutRootHasAReportToo() {
    Plan rootless =
        Plan.of(
            Schemas.parse(RENTAL),
            dev.shardwright.classify.Decisions.NONE,
            dev.shardwright.risk.Evidence.NONE);
    assertThat(says(rootless, "summary").getFirst()).contains("no root is chosen");
    assertThat(reports(rootless).html()).contains("none chosen");
  }

  @Test
  void aCutKeyIsToBeMatchedInSoftwareWithTheReasonOfTheCut() {
    Decision cut =
        new Decision.Cut("public.rentals.rentals_car_id_fkey", Optional.of("cars are renamed"));
    assertThat(says(Plans.of(RENTAL, "clients", cut), "to-do"))
        .contains("rentals (car_id) → cars (id), cut: cars are renamed");
  }

  @Test
  void aPlainIdIsToBeMatchedInSoftware() {
    Decision plain =
        new Decision.PlainId(
            Schemas.table("frauds"), List.of("ip"), Optional.of("only for looking up"));
    assertThat(says(Plans.of(RENTAL, "clients", plain), "to-do"))
        .contains("frauds (ip), a plain id: only for looking up");
  }

  @Test
  void aKeyThatAnOverrideTearsApartIsToBeMatchedInSoftware() {
    Decision cars =
        new Decision.KindOverride(Schemas.table("cars"), Kind.NEUTRAL, Optional.empty());
    assertThat(says(Plans.of(RENTAL, "clients", cars), "to-do"))
        .anyMatch(line -> line.startsWith("rentals (car_id) → cars (id), cut"));
  }

  @Test
  void aUniqueOfTheRootMovesToDispatchAndNeutralTablesNeedAConnection() {
    List<String> toDo = says(Plans.of(RENTAL, "clients"), "to-do");
    assertThat(toDo)
        .contains(
            "clients (login) is kept unique by dispatch: write there first, then to the shard")
        .containsSubsequence("A connection of its own for neutral tables", "frauds")
        .containsSubsequence("Write context on every shard", "cars, cities")
        .contains("Roll a shard for a new client");
  }

  @Test
  void aWaiverHoldsUntilItsDayAndThenTheFindingIsOpenAgain() {
    String loop = "clients(id, referrer_id -> clients) notes(id, client_id -> clients!)";
    Decision waived =
        new Decision.FindingState(
            "DIRECT_CONNECTION",
            Schemas.table("clients"),
            List.of("public.clients.clients_referrer_id_fkey"),
            List.of(),
            State.WAIVED,
            Optional.of("is dropped in December"),
            Optional.of("2026-12-31"));
    Plan plan = Plans.of(loop, "clients", waived);
    String before = reports(plan, LocalDate.of(2026, 12, 31)).html();
    assertThat(before)
        .contains("waived")
        .contains("until 2026-12-31 · <bdi>is dropped in December</bdi>");
    String after = reports(plan, LocalDate.of(2027, 1, 1)).html();
    assertThat(after).contains("the waiver ended on 2026-12-31");
  }

  @Test
  void whatNobodyCountedIsSaidToBeUncounted() {
    Plan plan = Plans.of(RENTAL, "clients");
    assertThat(says(plan, "ledger").getLast()).startsWith("3 of 3 client tables were not counted");
    assertThat(says(plan, "sizes")).anyMatch(line -> line.startsWith("Not counted"));
    assertThat(says(plan, "planning"))
        .contains("Cardinality | The clients were not counted. | not counted");
  }

  @Test
  void theStateOfEachStepFollowsFromThePlanAndFromWhatWasTickedOff() {
    Plan plan = Plans.of(RENTAL, "clients");
    assertThat(says(plan, "work"))
        .contains("1 | Mark every table | done | 0 tables are undecided.")
        .contains("4 | Export the files | waits | Nothing forbids it.");
    var frozen = plan.decisions().with(WorkStep.FREEZE.tick(plan.decisions(), true));
    Plan then = Plan.of(plan.schema(), frozen, plan.evidence());
    assertThat(says(then, "work")).contains("4 | Export the files | next | Nothing forbids it.");
    assertThat(String.join("\n", says(then, "decisions")))
        .contains("Done: Freeze the structure and the common data")
        .doesNotContain("stepsDone");
  }

  @Test
  void openFindingsCarryTheNumbersOfTheDrawing() {
    String loop = "clients(id, referrer_id -> clients) notes(id, client_id -> clients!)";
    List<Block.Entry> entries =
        section(Plans.of(loop, "clients"), "findings").blocks().stream()
            .filter(Block.Entry.class::isInstance)
            .map(Block.Entry.class::cast)
            .toList();
    assertThat(entries.getFirst().id()).isEqualTo("finding-1");
    assertThat(entries.getFirst().title().spans().getFirst()).isEqualTo(new Span.Words("1  "));
  }
}
