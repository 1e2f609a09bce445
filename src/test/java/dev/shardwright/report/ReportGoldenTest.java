package dev.shardwright.report;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Arrangement;
import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.ProbeRunner;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Evidence.Answer;
import dev.shardwright.testing.Golden;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reports of some samples with all their evidence, to open and read as {@link Golden} files.
 */
class ReportGoldenTest {
  private static final Path SAMPLES = Path.of("sample-schemas");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Pattern UNSEEN =
      Pattern.compile("(?s)<(svg|style|script)\\b.*?</\\1>|<[^>]*>");

  @ParameterizedTest
  @ValueSource(strings = {"car-rental", "albums", "blog-comments"})
  void samplesAreReportedToTheLetter(String sample) throws IOException, SQLException {
    Plan plan = plan(sample);
    Reports reports =
        Reports.of(Arrangement.of(plan), ReportMeta.of("(any)", DAY), Progress.SILENT);
    compare(sample, "report.md", reports.markdown());
    compare(sample, "report.json", reports.json().toPrettyString() + "\n");
    compare(sample, "report.txt", text(reports.html()));
  }

  private static void compare(String sample, String file, String text) throws IOException {
    Golden.compare(sample + "/report/" + file, text);
  }

  /** What the page says: the text of its elements, without the drawing. */
  private static String text(String html) {
    String cells = html.replaceAll("</t[dh]>(?=<t[dh])", " | ").replaceAll("</dt>", ": ");
    String lines = cells.replaceAll("</(dd|li|h\\d|p|summary|pre|caption|figcaption)>", "$0\n");
    return UNSEEN
            .matcher(lines)
            .replaceAll("")
            .replace("&#39;", "'")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .replaceAll("[ \t]+\n", "\n")
            .replaceAll("\n{2,}", "\n")
            .strip()
        + "\n";
  }

  private static Plan plan(String sample) throws IOException, SQLException {
    TestDatabase database = TestServers.postgres().newDatabase();
    try (Connection connection = database.owner()) {
      connection
          .createStatement()
          .execute(Files.readString(SAMPLES.resolve(sample).resolve("postgresql.sql")));
    }
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      Schema read = Introspector.read(session, List.of(), "sample:" + sample, Progress.SILENT);
      TableName root = new TableName(read.origin().schemas().getFirst(), "clients");
      Plan plan = Plan.of(lasting(read), Decisions.root(root), Evidence.NONE);
      Evidence evidence =
          ProbeRunner.run(session, plan, ProbeRunner.Level.FULL, 60, Progress.SILENT);
      return Plan.of(plan.schema(), plan.decisions(), timeless(evidence));
    }
  }

  /** The schema without what another run on another server sees otherwise. */
  private static Schema lasting(Schema read) {
    Provenance origin =
        new Provenance(
            Product.POSTGRESQL,
            "(any version)",
            read.origin().described(),
            read.origin().schemas(),
            0,
            0,
            List.of());
    return new Schema(
        origin,
        read.tables().stream().map(ReportGoldenTest::unsized).toList(),
        read.relations(),
        read.views(),
        read.routines(),
        read.sequences(),
        read.events(),
        read.types(),
        read.extensions(),
        read.skipped(),
        read.preamble(),
        read.minors());
  }

  private static Table unsized(Table table) {
    return table.withRowCount(RowCount.UNKNOWN).withBytes(OptionalLong.empty());
  }

  private static Evidence timeless(Evidence evidence) {
    SortedMap<String, Answer> answers = new TreeMap<>();
    evidence
        .answers()
        .forEach(
            (sql, a) -> answers.put(sql, new Answer(a.rows(), a.whyNot(), DAY + "T00:00:00Z", 0)));
    return new Evidence(answers);
  }
}
