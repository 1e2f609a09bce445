package dev.shardwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.ProbeRunner;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.plan.CheckResult;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The cases' findings with all figures counted: those that are expected, and no other. */
class CasesFindingsTest {
  private static final Map<String, String> FIGURES =
      Map.of(
          "violating_rows", "violatingRows",
          "exclusive_owner", "exclusive",
          "shared_rows", "sharedRows",
          "owned_rows", "ownedRows",
          "references_to_shared", "referencesToShared",
          "duplicate_keys", "duplicateKeys");

  static Stream<Arguments> casesOnServers() throws IOException {
    return CasesTest.on(TestServers.all());
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("casesOnServers")
  void theExpectedFindingsAreFoundAndNoOthers(TestServer server, String id, JsonNode expected)
      throws Exception {
    TestDatabase database = CasesTest.loaded(server, expected);
    Plan plan;
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Schema schema = CasesTest.read(session, database, expected);
      plan =
          counted(session, Plan.of(schema, CasesTest.decisions(schema, expected), Evidence.NONE));
    }
    List<Finding> left = new ArrayList<>(plan.findings());
    List<JsonNode> wanted =
        expected.get("findings").valueStream().filter(f -> CasesTest.meant(server, f)).toList();
    for (JsonNode one : wanted) {
      List<Finding> fitting =
          plan.findings().stream().filter(f -> fits(plan.schema(), f, one)).toList();
      assertThat(fitting).as(one.toString() + "\n" + shown(plan)).isNotEmpty();
      left.removeAll(fitting);
    }
    Set<String> exactly =
        expected.path("exactly").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    left.removeIf(f -> f.severity() == Severity.INFO && !exactly.contains(f.check().name()));
    assertThat(left).as(shown(plan)).isEmpty();
    assertThat(plan.checks())
        .as("all checks could judge")
        .filteredOn(c -> c.outcome() == CheckResult.Outcome.UNKNOWN)
        .extracting(c -> c.check().name())
        .isSubsetOf(unknown(expected));
  }

  /** Where a key points at several rows, the owners of a row cannot be put into a query. */
  private static List<String> unknown(JsonNode expected) {
    return expected.get("id").asString().startsWith("c11")
        ? List.of("UNOWNED_ROWS")
        : expected.path("unknown").valueStream().map(JsonNode::asString).toList();
  }

  static Plan counted(Session session, Plan plan) {
    Evidence evidence = ProbeRunner.run(session, plan, ProbeRunner.Level.FULL, 60, Progress.SILENT);
    assertThat(evidence.answers().values()).allSatisfy(a -> assertThat(a.whyNot()).isEmpty());
    return Plan.of(plan.schema(), plan.decisions(), evidence);
  }

  private static boolean fits(Schema schema, Finding finding, JsonNode expected) {
    String table = expected.path("table").asString("");
    String subtype = expected.path("subtype").asString("");
    Set<String> relations =
        expected
            .path("relations")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toSet());
    Set<String> found =
        finding.relations().stream()
            .map(r -> r.substring(r.lastIndexOf('.') + 1))
            .collect(Collectors.toSet());
    boolean info = expected.path("info").asBoolean();
    return finding.check().name().equals(expected.get("check").asString())
        && (table.isEmpty() || CasesTest.shown(schema, finding.table()).equals(table))
        && (subtype.isEmpty() || finding.subtype().filter(subtype::equals).isPresent())
        && (relations.isEmpty() || found.equals(relations))
        && (finding.severity() == Severity.INFO) == info
        && severity(finding, expected)
        && text(finding, expected.path("text").asString(""))
        && figures(finding, expected.path("figures"));
  }

  private static boolean severity(Finding finding, JsonNode expected) {
    String severity = expected.path("severity").asString("");
    return severity.isEmpty()
        || finding.severity() == Severity.valueOf(severity.toUpperCase(Locale.ROOT));
  }

  /** What the expectation says in words only. */
  private static boolean text(Finding finding, String text) {
    return switch (finding.check()) {
      case OPAQUE_UNIQUENESS ->
          Stream.of("MULTI", "RECURSIVE", "INHERITS")
                  .filter(text::contains)
                  .allMatch(w ->
                      w.equalsIgnoreCase(
                          String.valueOf(finding.measured().figures().get("status"))))
              && (!text.contains("no_row_identity") || finding.severity() == Severity.BLOCKER)
              && (!text.contains("keyed") || finding.severity() == Severity.WARNING);
      case TABLE_CYCLE ->
          finding
              .subtype()
              .filter(s -> s.equals(text.contains("unbreakable") ? "UNBREAKABLE" : "BREAKABLE"))
              .isPresent();
      case TRIGGER_MODIFIES_DATA -> finding.objects().stream().allMatch(text::contains);
      default -> true;
    };
  }

  private static boolean figures(Finding finding, JsonNode figures) {
    return figures
        .propertyStream()
        .allMatch(f ->
            String.valueOf(
                    finding.measured().figures().get(FIGURES.getOrDefault(f.getKey(), f.getKey())))
                .equals(f.getValue().asString()));
  }

  private static String shown(Plan plan) {
    return plan.findings().stream()
        .map(f ->
            "%s %s %s %s %s %s %s"
                .formatted(
                    f.severity(),
                    f.check(),
                    f.subtype().orElse("-"),
                    f.table(),
                    f.relations(),
                    f.measured().figures(),
                    f.message()))
        .collect(Collectors.joining("\n"));
  }
}
