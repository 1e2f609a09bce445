package dev.shardwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Remedy;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every remedy's statements run on a real server, and afterwards its finding is gone. */
class CasesRemediesTest {
  static Stream<Arguments> casesOnServers() throws IOException {
    return CasesTest.on(TestServers.all());
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("casesOnServers")
  void afterARemedyItsFindingIsGone(TestServer server, String id, JsonNode expected)
      throws Exception {
    Plan plan = plan(CasesTest.loaded(server, expected), expected, Decisions.NONE);
    for (Finding finding : plan.findings()) {
      for (Remedy remedy : finding.remedies()) {
        if (remedy.sql().isPresent()) {
          mended(server, expected, plan, finding, remedy);
        }
      }
    }
  }

  private static void mended(
      TestServer server, JsonNode expected, Plan plan, Finding finding, Remedy remedy)
      throws SQLException, IOException {
    String about = finding.message() + "\n" + remedy.title() + "\n" + remedy.sql().orElseThrow();
    assertThat(remedy.foreseeable()).as(about).isTrue();
    assertThat(plan.after(remedy, LocalDate.EPOCH).findings())
        .as("the what-if of " + about)
        .noneMatch(f -> same(f, finding));
    TestDatabase database = CasesTest.loaded(server, expected);
    String sql = remedy.sql().orElseThrow();
    if (server.product().isMySqlFamily()) {
      sql = sql.replace(finding.table().schema(), database.name());
    }
    Optional<String> refused = run(database, server, sql);
    if (remedy.title().contains("after")) {
      return; // rows have to be cleaned first, and the server says so
    }
    assertThat(refused).as(about).isEmpty();
    Plan after = plan(database, expected, decided(remedy));
    assertThat(after.findings()).as(about).noneMatch(f -> same(f, finding));
  }

  private static Decisions decided(Remedy remedy) {
    return remedy.decision().map(Decisions.NONE::with).orElse(Decisions.NONE);
  }

  /**
   * Objects, columns and table; a key that is made again has another name. A relation that is
   * accepted may turn out to lead nowhere, which is the next problem.
   */
  private static boolean same(Finding found, Finding before) {
    return found.check() == before.check()
        && guess(found) == guess(before)
        && found.table().name().equals(before.table().name())
        && found.columns().equals(before.columns())
        && found.objects().equals(before.objects())
        && found.state() == Decision.FindingState.State.OPEN
        && found.severity().compareTo(before.severity()) <= 0;
  }

  private static boolean guess(Finding finding) {
    return finding.message().contains("looks like a key");
  }

  private static Optional<String> run(TestDatabase database, TestServer server, String sql) {
    try {
      CasesTest.load(database, server.product(), sql);
      return Optional.empty();
    } catch (SQLException | IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Plan plan(TestDatabase database, JsonNode expected, Decisions more) {
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Schema schema = CasesTest.read(session, database, expected);
      Decisions decisions = CasesTest.decisions(schema, expected);
      for (var decision : more.all()) {
        decisions = decisions.with(decision);
      }
      return CasesFindingsTest.counted(
          session, Plan.of(schema, decisions, Evidence.NONE, LocalDate.EPOCH));
    }
  }
}
