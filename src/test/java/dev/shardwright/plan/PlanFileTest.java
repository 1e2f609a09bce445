package dev.shardwright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Partitioning;
import dev.shardwright.model.Product;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.Relation;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.model.UserError;
import dev.shardwright.risk.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {
  private static final TableName CLIENTS = new TableName("public", "clients");
  private static final TableName LIKES = new TableName("public", "odd.\"likes\"");

  private static final Decision.Note SAID =
      new Decision.Note(Optional.of("because"), Optional.of("2026-11-23"));

  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsRead() {
    PlanFile plan = everything();
    Path file = folder.resolve("a.shardplan");
    plan.write(file);
    assertThat(PlanFile.read(file)).isEqualTo(plan);
  }

  @Test
  void theSamePlanWritesTheSameBytes() {
    assertThat(PlanFile.parse(everything().text(), "a").text()).isEqualTo(everything().text());
  }

  @Test
  void oneMoreDecisionIsOneMoreLine() {
    PlanFile plan = everything();
    Decisions more =
        plan.decisions().with(new Decision.KindOverride(LIKES, Kind.NEUTRAL, Optional.of("a log")));
    List<String> was = plan.text().lines().toList();
    List<String> is =
        new PlanFile(plan.schema(), more, plan.evidence(), plan.layout()).text().lines().toList();
    assertThat(is).hasSize(was.size() + 1);
  }

  @Test
  void aVerdictOfAnEarlierVersionNamesNoObjects() {
    String named = ",\"objects\":[\"c\"]";
    String text = everything().text();
    assertThat(text).contains(named);
    PlanFile old = PlanFile.parse(text.replace(named, ""), "old");
    assertThat(old.decisions().of(Decision.FindingState.class))
        .singleElement()
        .satisfies(f -> assertThat(f.objects()).isEmpty())
        .satisfies(f -> assertThat(f.relations()).containsExactly("a", "b"));
  }

  @Test
  void aTableIsOneLine() {
    assertThat(everything().text().lines().filter(l -> l.contains("\"name\":\"public.clients\"")))
        .hasSize(1);
  }

  @Test
  void whatIsHiddenInTheDiagramIsOneLineATable() {
    assertThat(everything().text().lines())
        .containsSequence(
            " \"hidden\": {",
            "  \"public.\\\"odd.\\\"\\\"likes\\\"\\\"\\\"\": [\"likeable_id\"],",
            "  \"public.clients\": true",
            " },");
    PlanFile nothing = everything();
    String text = new PlanFile(nothing.schema(), decisions(), evidence(), Layout.NONE).text();
    assertThat(text).doesNotContain("hidden");
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    everything().write(folder.resolve("a.shardplan"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void fieldsOfALaterVersionArePassedOver() {
    PlanFile plan = everything();
    String later = plan.text().replaceFirst("\"format\": 1", "\"format\": 1, \"colour\": {}");
    assertThat(PlanFile.parse(later.replace("\"rowCount\"", "\"new\":1,\"rowCount\""), "a"))
        .isEqualTo(plan);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{\"format\": 1",
        "[]",
        "{\"format\": 1}",
        "{\"format\": 1, \"schema\": 3}",
        "{\"format\": 1, \"schema\": {\"tables\": [{}]}}",
        "{\"format\": 1, \"schema\": {}, \"decisions\": {\"cuts\": 4}}",
      })
  void aDamagedFileIsOneSentenceThatNamesIt(String text) {
    assertThatThrownBy(() -> PlanFile.parse(text, "my.shardplan"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("my.shardplan")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aTruncatedFileIsDamagedWhereverItEnds() {
    String text = everything().text();
    for (int end = 0; end < text.length() - 2; end += 97) {
      String half = text.substring(0, end);
      assertThatThrownBy(() -> PlanFile.parse(half, "half")).isInstanceOf(UserError.class);
    }
  }

  @Test
  void aFileOfANewerProgramSaysSo() {
    assertThatThrownBy(() -> PlanFile.parse("{\"format\": 99, \"schema\": {}}", "a"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("newer");
  }

  /** Made by the first release, which knew neither days nor questions nor a history. */
  @Test
  void aPlanOfTheFirstReleaseOpensWithAllThatItSaid() {
    Path old = Path.of("src/test/resources/plans/first-release.shardplan");
    PlanFile file = PlanFile.read(old);
    Plan plan = Plan.of(file.schema(), file.decisions(), file.evidence());
    assertThat(plan.root()).contains(CLIENTS);
    assertThat(plan.count(Kind.CLIENT)).isEqualTo(3);
    assertThat(plan.kind(new TableName("public", "cars"))).isEqualTo(Kind.NEUTRAL);
    assertThat(file.decisions().all()).hasSize(6).allMatch(d -> d.when().isEmpty());
    assertThat(plan.findings())
        .anyMatch(f -> f.state() == Decision.FindingState.State.WAIVED)
        .anyMatch(f -> f.table().name().equals("rentals"));
    assertThat(plan.pending())
        .singleElement()
        .matches(p -> p.why().equals("There is no setting maxContextRows."));
    PlanFile now = PlanFile.parse(file.text(), "saved again");
    assertThat(now).isEqualTo(file);
  }

  @Test
  void aFormatThatNobodyWroteIsASentence() {
    assertThatThrownBy(() -> PlanFile.parse("{\"format\": 0, \"schema\": {}}", "a"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("format 0");
  }

  @Test
  void noDecisionOfADamagedFileLosesItsDay() throws IOException {
    Path file = folder.resolve("torn.shardplan");
    String text = everything().text();
    Files.writeString(file, text.substring(0, text.lastIndexOf("\"tables\"")));
    Salvage salvage = Salvage.of(file);
    assertThat(salvage.lost()).isNotEmpty();
    assertThat(salvage.file().decisions().all())
        .containsExactlyInAnyOrderElementsOf(everything().decisions().all());
  }

  private static PlanFile everything() {
    ColumnType integer = new ColumnType("integer", TypeFamily.INTEGER);
    Column id =
        new Column(
            "id",
            integer,
            false,
            Optional.of("nextval('x')"),
            Optional.empty(),
            Column.Identity.SEQUENCE_DEFAULT,
            Optional.empty(),
            Optional.of("C"),
            Optional.of("öäü \"quoted\""));
    Column twice =
        new Column(
            "twice",
            integer,
            true,
            Optional.empty(),
            Optional.of(new Column.Generated("id * 2", true)),
            Column.Identity.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    UniqueKey odd =
        new UniqueKey(
            "odd",
            UniqueKey.Kind.INDEX,
            List.of(
                new KeyPart("lower(name)", true, OptionalInt.empty(), true),
                new KeyPart("name", false, OptionalInt.of(10), false)),
            true,
            Optional.of("id > 3"),
            false,
            true,
            Optional.of("CREATE …"),
            Optional.empty());
    Trigger trigger =
        new Trigger(
            CLIENTS,
            "t",
            false,
            "BEFORE",
            List.of("INSERT", "UPDATE"),
            true,
            true,
            Optional.of("public.f"),
            "plpgsql",
            Optional.of("BEGIN\n  RETURN NEW;\nEND"),
            Optional.empty(),
            Set.of("sql_mode=ANSI"),
            Optional.of("ALWAYS"),
            Optional.of("keeps the clock"));
    Table clients =
        new Table(
            CLIENTS,
            List.of(id, twice),
            List.of(UniqueKey.of("clients_pkey", UniqueKey.Kind.PRIMARY, List.of("id")), odd),
            List.of(),
            List.of(new Check("c", false, "id > 0", "CHECK (id > 0)", true, true)),
            List.of(trigger),
            Optional.of(
                new Partitioning(
                    "RANGE (id)",
                    List.of(
                        new Partitioning.Partition(
                            new TableName("public", "clients_1"), CLIENTS, "FOR …", "")))),
            List.of(),
            Optional.empty(),
            List.of("fillfactor=70"),
            Optional.of("all of them"),
            RowCount.estimate(12),
            OptionalLong.of(8192),
            Optional.empty());
    Table likes = Table.of(LIKES, List.of(Column.of("likeable_id", integer, true)), List.of());
    Provenance origin =
        new Provenance(Product.POSTGRESQL, "18.6", "a.sql", List.of("public"), 3, 0, List.of("n"));
    Schema schema =
        new Schema(
            origin,
            List.of(clients, likes),
            List.of(
                Relation.declared(
                    LIKES, "fk", List.of("likeable_id"), CLIENTS, List.of("id"), true)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of("citext"),
            List.of(new Skipped("DROP ROLE x", "no right")));
    return new PlanFile(
        schema,
        decisions(),
        evidence(),
        Layout.of(Map.of(LIKES, new Layout.Position(1.5, -2)))
            .with(Layout.Hidden.NOTHING.plus(List.of(CLIENTS)).plus(LIKES, "likeable_id")));
  }

  private static Decisions decisions() {
    return Decisions.NONE
        .with(new Decision.Root(CLIENTS, SAID))
        .with(
            new Decision.Virtual(
                LIKES,
                List.of("likeable_id"),
                CLIENTS,
                List.of("id"),
                Optional.of(new Relation.Discriminator("likeable_type", "Client")),
                true,
                new Decision.Note(Optional.of("why"), Optional.of("2026-11-23"))))
        .with(new Decision.Cut("public.x.y", Optional.empty()))
        .with(new Decision.KindOverride(CLIENTS, Kind.CLIENT, Optional.empty()))
        .with(new Decision.PlainId(CLIENTS, List.of("id"), Optional.of("old")))
        .with(new Decision.Owner(LIKES, "public.likes.fk", Optional.empty()))
        .with(new Decision.DispatchKey(CLIENTS, List.of("twice")))
        .with(
            new Decision.FindingState(
                "SELF_LOOP",
                LIKES,
                List.of("a", "b"),
                List.of("c"),
                Decision.FindingState.State.WAIVED,
                Optional.of("later"),
                Optional.of("2027-01-31")))
        .with(new Decision.Setting("slots", "1000", SAID))
        .with(new Decision.Question(Optional.of(LIKES), "who reads \"likes\"?", Decision.Note.NONE))
        .with(new Decision.Question(Optional.empty(), "when is the quiet hour?", SAID));
  }

  private static Evidence evidence() {
    return Evidence.NONE.with(
        "SELECT count(*) FROM \"x\"",
        new Evidence.Answer(
            List.of(Map.of("count", "3")), Optional.empty(), "2026-11-23T05:00:00Z", 12));
  }
}
