package dev.shardwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The command line as scripts see it: output, exit status, one sentence for every mistake. */
class CommandLineTest {
  private static final String SAMPLE = "sample:car-rental";

  @TempDir private Path folder;

  @Test
  void sourcesListsTheSamplesWithTheirFlavours() {
    JsonNode samples = Shell.run("sources", "--format", "json").json().path("samples");
    assertThat(samples.get(0).path("name").asString()).isEqualTo("car-rental");
    assertThat(samples.get(0).path("flavours")).hasSize(2);
  }

  @Test
  void planOfTheCarRentalHasTheGuidesColours() {
    Shell shell = Shell.run("plan", SAMPLE, "--root", "clients", "--format", "json", "--quiet");
    assertThat(shell.status()).isZero();
    assertThat(shell.err()).isEmpty();
    JsonNode summary = shell.json().path("summary");
    assertThat(summary.path("client").asInt()).isEqualTo(3);
    assertThat(summary.path("context").asInt()).isEqualTo(3);
    assertThat(summary.path("neutral").asInt()).isEqualTo(2);
    assertThat(shell.json().path("source").path("writes").asInt()).isZero();
  }

  @Test
  void theSamePlanPrintsTheSameBytes() {
    String[] args = {"plan", SAMPLE, "--root", "clients", "--format", "json", "--quiet"};
    assertThat(Shell.run(args).out()).isEqualTo(Shell.run(args).out());
  }

  @Test
  void textTellsWhyATableIsWhatItIs() {
    Shell shell = Shell.run("plan", SAMPLE, "--root", "clients", "--quiet");
    assertThat(shell.out())
        .contains("CLIENT (3)")
        .contains("clients → rentals (client_id) → tracks (rental_id)")
        .contains("clients → cities (city_id) → countries (country_id)");
  }

  @Test
  void overridesCarryTheirReasonsIntoThePlanFileAndBack() {
    Path file = folder.resolve("rental.shardplan");
    Shell made =
        Shell.run(
            "plan",
            SAMPLE,
            "--root",
            "clients",
            "--quiet",
            "--kind",
            "cars=neutral",
            "--why",
            "the fleet has its own system",
            "-o",
            file.toString());
    assertThat(made.err()).isEmpty();
    Shell again = Shell.run("check", file.toString(), "--format", "json", "--fail-on", "none");
    assertThat(again.err()).isEmpty();
    JsonNode cars = table(again.json(), "public.cars");
    assertThat(cars.path("kind").asString()).isEqualTo("neutral");
    assertThat(cars.path("computedKind").asString()).isEqualTo("context");
    assertThat(cars.path("override").asString()).isEqualTo("neutral");
  }

  @Test
  void aWaiverHidesItsFindingUntilItEnds() throws IOException {
    assertThat(stateOfTracks("2999-12-31")).isEqualTo("waived");
    assertThat(stateOfTracks("2020-01-31")).isEqualTo("open");
  }

  private String stateOfTracks(String until) throws IOException {
    Path decisions = folder.resolve("decisions.json");
    Files.writeString(
        decisions,
        """
        {"root": "public.clients", "findings": [{"check": "NO_PRIMARY_KEY",
          "table": "public.tracks", "relations": [], "state": "waived", "until": "%s"}]}
        """
            .formatted(until));
    return Shell.run(
            "plan", SAMPLE, "--decisions", decisions.toString(), "--format", "json", "--quiet")
        .json()
        .path("findings")
        .valueStream()
        .filter(f -> f.path("check").asString().equals("NO_PRIMARY_KEY"))
        .filter(f -> f.path("table").asString().equals("public.tracks"))
        .findFirst()
        .orElseThrow()
        .path("state")
        .asString();
  }

  @Test
  void aPlanFileAgainstItsOwnSourceShowsNoDrift() {
    Path file = folder.resolve("rental.shardplan");
    Shell.run("plan", SAMPLE, "--root", "clients", "--quiet", "-o", file.toString());
    Shell same =
        Shell.run("check", file.toString(), "--against", SAMPLE, "--format", "json", "--quiet");
    assertThat(same.err()).isEmpty();
    assertThat(same.status()).isZero();
    Shell other =
        Shell.run(
            "check", file.toString(), "--against", "sample:albums", "--format", "json", "--quiet");
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.err()).contains("of the 8 tables", "probably another database");
    assertThat(other.json().at("/drift/tables/removed").toString()).contains("public.rentals");
    assertThat(other.json().at("/drift/tables/added").toString()).contains("public.albums");
  }

  @Test
  void theRowsOfASampleAreCountedUnlessToldNotTo() {
    String[] plan = {
      "plan",
      "sample:categories",
      "--root",
      "clients",
      "--format",
      "json",
      "--quiet",
      "--fail-on",
      "none"
    };
    Shell counted = Shell.run(plan);
    assertThat(counted.err()).isEmpty();
    assertThat(counted.out())
        .contains("\"subtype\" : \"ACCIDENTAL\"")
        .contains("\"violatingRows\" : 2");
    assertThat(table(counted.json(), "public.clients").at("/owned/ran").asBoolean()).isTrue();
    Shell silent =
        Shell.run(
            Stream.concat(Stream.of(plan), Stream.of("--evidence", "none")).toArray(String[]::new));
    assertThat(silent.out())
        .contains("\"subtype\" : \"UNPROVEN\"")
        .doesNotContain("violatingRows\" : 2");
  }

  @Test
  void theBestRootOfTheShopIsItsMerchants() {
    Shell shell = Shell.run("roots", "sample:shop", "--format", "json", "--quiet");
    assertThat(shell.status()).isZero();
    assertThat(shell.json().at("/roots/0/table").asString()).isEqualTo("public.merchants");
  }

  @Test
  void relationsSuggestsTheKeysThatTheShopLacks() {
    Shell shell = Shell.run("relations", "sample:shop", "--format", "json", "--quiet");
    assertThat(shell.status()).isZero();
    assertThat(shell.out()).contains("\"child\" : \"public.invoices\"");
    assertThat(shell.json().at("/relations/0/confidence").asDouble()).isBetween(0.9, 1.0);
  }

  @Test
  void exportWritesTheThreeSchemaFiles() throws IOException {
    Shell shell =
        Shell.run("export", SAMPLE, "--root", "clients", "--to", folder.toString(), "--quiet");
    assertThat(shell.err()).isEmpty();
    assertThat(shell.status()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()).toList())
          .contains("shard_schema.sql", "neutral_schema.sql", "dispatch_schema.sql");
    }
  }

  @Test
  void exportWritesNothingOverAnEditedFile() throws IOException {
    String to = folder.toString();
    Shell first = Shell.run("export", SAMPLE, "--root", "clients", "--to", to);
    assertThat(first.err()).contains("shard_schema.sql: new");
    Path edited = folder.resolve("grants.sql");
    Files.writeString(edited, Files.readString(edited) + "-- mine\n");
    Shell again = Shell.run("export", SAMPLE, "--root", "clients", "--to", to, "--quiet");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains(edited.toString(), "edited since").hasLineCount(1);
    assertThat(edited).content().endsWith("-- mine\n");
    Shell forced = Shell.run("export", SAMPLE, "--root", "clients", "--to", to, "--force");
    assertThat(forced.err()).contains("grants.sql: changed (+0 −1 lines)", "checks.sql: unchanged");
    assertThat(forced.out()).isEqualTo(first.out());
  }

  @Test
  void exportIsRefusedWhileATableIsUndecided() {
    Path to = folder.resolve("out");
    Shell shell =
        Shell.run("export", "sample:albums", "--root", "clients", "--to", to.toString(), "--quiet");
    assertThat(shell.status()).isEqualTo(1);
    assertThat(shell.err()).contains("public.album_tags");
    assertThat(to).doesNotExist();
  }

  @Test
  void theManualPageNamesEveryVerbAndOptionAndNoHiddenOne() {
    String page = Shell.run("generate-man-page").out();
    assertThat(page)
        .startsWith(".TH SHARDWRIGHT 1")
        .contains(".SH REPORT", ".B \\-\\-html FILE", ".SH EXPORT")
        .doesNotContain("GENERATE");
    assertThat(page.lines().filter(l -> l.startsWith(".")))
        .allMatch(l -> l.matches("\\.(TH|SH|TP|B|I|br|PP)( .*)?"));
  }

  @Test
  void reportWritesEveryFormatOfOnePlan() throws IOException {
    Path page = folder.resolve("rental.html");
    Path json = folder.resolve("rental.json");
    Shell shell =
        Shell.run(
            "report",
            SAMPLE,
            "--root",
            "clients",
            "--quiet",
            "--html",
            page.toString(),
            "--json",
            json.toString(),
            "--md",
            folder.resolve("rental.md").toString(),
            "--pdf",
            folder.resolve("rental.pdf").toString());
    assertThat(shell.err()).isEmpty();
    assertThat(shell.status()).isZero();
    assertThat(shell.out().lines()).hasSize(4);
    assertThat(Files.readString(page)).contains("<h1 dir=\"auto\">sample:car-rental</h1>");
    JsonNode document = new ObjectMapper().readTree(Files.readString(json));
    assertThat(document.at("/summary/client").asInt()).isEqualTo(3);
    assertThat(document.at("/report/sections/0/id").asString()).isEqualTo("summary");
    assertThat(folder.resolve("rental.pdf")).isNotEmptyFile();
  }

  @Test
  void ofSeveralReportsAllAreWrittenOrNone() throws IOException {
    Shell shell =
        Shell.run(
            "report",
            SAMPLE,
            "--root",
            "clients",
            "--quiet",
            "--evidence",
            "none",
            "--html",
            folder.resolve("a.html").toString(),
            "--md",
            folder.resolve("nowhere/b.md").toString());
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err().lines()).hasSize(1);
    assertThat(shell.err()).contains("b.md").contains("the folder is not there");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plan sample:car-rental --root nobody | nobody",
        "plan sample:car-rental --root= | name is missing",
        "plan sample:car-rental | --root",
        "plan sample:nothing --root x | nothing",
        "plan no-such-file.sql --root x | no-such-file.sql",
        "plan something --root x | something",
        "plan sample:car-rental --root clients --kind cars=purple | purple",
        "plan sample:car-rental --root clients --cut rentals.no_such | no_such",
        "plan sample:car-rental --root clients --nonsense | nonsense",
        "plan sample:car-rental --root clients --evidence no-such-answers | no-such-answers",
        "plan sample:car-rental --root clients --infer-relations 7 | --infer-relations",
        "report sample:car-rental --root clients | --html",
        "report sample:car-rental --root clients --evidence none --html same.out --md same.out |"
            + " same.out",
        "report sample:car-rental --root clients --evidence none --html target | it is a folder",
        "frobnicate | frobnicate",
        "check plan.json | plan.json",
        "check missing.shardplan | missing.shardplan",
        "plan jdbc:oracle:thin:@//127.0.0.1/x --root x | jdbc:oracle",
      })
  void wrongUseIsOneSentenceAndStatusTwo(String line, String named) {
    Shell shell = Shell.run(line.split(" "));
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err().lines().filter(l -> l.contains(named))).isNotEmpty();
    assertThat(shell.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(shell.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:1/none",
        "jdbc:mysql://127.0.0.1:1/none",
        "jdbc:mariadb://127.0.0.1:1/none"
      })
  void aServerThatIsDownIsOneSentenceAndStatusThree(String url) {
    Shell shell = Shell.run("plan", url, "--root", "clients", "--quiet");
    assertThat(shell.status()).isEqualTo(3);
    assertThat(shell.err().lines()).hasSize(1);
    assertThat(shell.err()).contains("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET client_encoding = 'UTF8'; CREATE TABLE a (id int PRIMARY KEY); INSERT INTO a VALUES"
            + " ('1",
        "CREATE TABLE a (id serial PRIMARY KEY);\nCOPY a (id) FROM stdin;\n1\n2",
        "CREATE TABLE a (id serial PRIMARY KEY);\nCREATE FUNCTION f() RETURNS int AS $$ SELECT 1;",
        "CREATE TABLE `a` (id int PRIMARY KEY) ENGINE=InnoDB;\nINSERT INTO `a` VALUES (1),(2",
        "CREATE TABLE `a` (id int PRIMARY KEY) ENGINE=InnoDB;\nDELIMITER ;;\n"
            + "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.id = 'x; END",
      })
  void aDumpThatIsCutOffIsOneSentenceAndStatusTwo(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("cut.sql"), text);
    Shell shell = Shell.run("plan", file.toString(), "--root", "a", "--quiet");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err().lines()).hasSize(1);
    assertThat(shell.err()).contains("cut.sql is cut off: it ends in the middle of ");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void damagedPlanFilesAreRefusedWithOneSentence() throws IOException {
    for (String text : List.of("", "{", "[1]", "{\"format\": 99}", "hello")) {
      Path file = Files.writeString(folder.resolve("damaged.shardplan"), text);
      Shell shell = Shell.run("check", file.toString());
      assertThat(shell.status()).as(text).isEqualTo(2);
      assertThat(shell.err().lines()).as(text).hasSize(1);
      assertThat(shell.err()).contains("damaged.shardplan");
    }
  }

  private static JsonNode table(JsonNode plan, String name) {
    for (JsonNode table : plan.path("tables")) {
      if (table.path("name").asString().equals(name)) {
        return table;
      }
    }
    throw new AssertionError("no table " + name);
  }
}
