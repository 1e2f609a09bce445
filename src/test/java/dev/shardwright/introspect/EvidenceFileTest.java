package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.export.EvidenceFile;
import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.Exports;
import dev.shardwright.introspect.LedgerOfCasesTest.Case;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Probe;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the DBA's own run of probes.sql prints counts like what the program asked itself. */
class EvidenceFileTest {
  private static final Set<String> TELLING =
      Set.of("c03_nested", "c08_horse", "c18_recursive", "c19_long_loop", "c24_rails", "shop");

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void theFilesAnswersEqualThoseOfTheProgram(TestServer server) throws SQLException, IOException {
    List<Case> telling =
        LedgerOfCasesTest.cases(server).filter(c -> TELLING.contains(c.name())).toList();
    for (Case one : telling) {
      LedgerOfCasesTest.on(
          server,
          one,
          (session, schema) -> {
            Plan plan = LedgerOfCasesTest.unanswered(schema, one.root());
            Path answers = folder.resolve(one.name() + ".txt");
            Files.write(answers, printed(session, plan));
            Evidence read = EvidenceFile.read(answers).answering(plan);
            Evidence asked =
                ProbeRunner.run(session, plan, ProbeRunner.Level.FULL, 60, Progress.SILENT);
            for (Probe probe : plan.probes()) {
              assertThat(read.answer(probe).orElseThrow().rows())
                  .as(one.name() + "\n" + probe.sql())
                  .isEqualTo(asked.answer(probe).orElseThrow().rows());
              assertThat(read.answer(probe).orElseThrow().ran()).isTrue();
            }
          });
    }
  }

  /**
   * Runs the file as a client does: statement after statement, the answers' only column printed.
   */
  private static List<String> printed(Session session, Plan plan) throws SQLException {
    List<String> lines = new ArrayList<>(List.of("answer", "------"));
    String file = Exports.preview(plan, ExportOptions.DEFAULT, "probes.sql");
    String bare =
        file.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
    for (String sql : bare.split(";\n", -1)) {
      if (sql.strip().startsWith("SET")) {
        session.set(sql.strip());
      } else if (!sql.isBlank()) {
        session
            .tryQuery(sql.strip(), row -> row.at(1).orElse(""))
            .forEach(value -> lines.add(" " + value + " "));
      }
    }
    return lines;
  }

  @Test
  void anAnswerWithoutItsEndDoesNotCount() throws IOException {
    Plan plan = plan();
    Probe first = plan.probes().getFirst();
    Path answers = folder.resolve("cut.txt");
    Files.writeString(
        answers, "{\"row\": {\"no_client\": 3}, \"probe\": \"" + first.id() + "\"}\nERROR");
    Evidence read = EvidenceFile.read(answers).answering(plan);
    assertThat(read.answer(first).orElseThrow().ran()).isFalse();
  }

  @Test
  void aFileOfSomethingElseIsRefusedInOneSentence() throws IOException {
    Path other = folder.resolve("other.txt");
    Files.writeString(other, "hello\n");
    assertThatThrownBy(() -> EvidenceFile.read(other))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no answers");
    Files.writeString(other, "{\"probe\": \"0123456789abcdef\", \"end\": true}\n");
    Plan plan = plan();
    EvidenceFile file = EvidenceFile.read(other);
    assertThatThrownBy(() -> file.answering(plan))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("other questions");
    Files.writeString(other, "{\"probe\": \"0123\", \"row\": {\"a\": \"\\\\\"b\"}}\n");
    assertThatThrownBy(() -> EvidenceFile.read(other))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Line 1");
  }

  private static Plan plan() {
    return Plans.of("clients(id) rentals(id, client_id -> clients)", "clients");
  }
}
