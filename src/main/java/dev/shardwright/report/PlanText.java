package dev.shardwright.report;

import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Mark;
import dev.shardwright.model.Figures;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.CheckResult;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Books;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan as plain text for a terminal: what is what, why, and what stands in the way. */
public final class PlanText {
  private static final int LISTED_STATEMENTS = 10;

  private final Plan plan;
  private final TableTitles names;
  private final StringBuilder text = new StringBuilder();

  private PlanText(Plan plan) {
    this.plan = plan;
    this.names = TableTitles.of(plan.schema());
  }

  /** The whole report, ending with a line break. */
  public static String of(Plan plan) {
    PlanText report = new PlanText(plan);
    report.head();
    for (Kind kind : Kind.values()) {
      report.tables(kind);
    }
    report.findings();
    report.unknowns();
    report.pending();
    report.skipped();
    return report.text.toString();
  }

  private void head() {
    Schema schema = plan.schema();
    line(
        "%s · %s %s · %s",
        schema.origin().described(),
        schema.origin().product().title(),
        schema.origin().version(),
        plan.root().map(r -> "root " + names.of(r)).orElse("no root chosen"));
    line(
        "%s: %s client, %s context, %s neutral, %s undecided · %s, %s",
        Figures.count(schema.tables().size(), "table"),
        Figures.exact(plan.count(Kind.CLIENT)),
        Figures.exact(plan.count(Kind.CONTEXT)),
        Figures.exact(plan.count(Kind.NEUTRAL)),
        Figures.exact(plan.count(Kind.UNDECIDED)),
        Figures.count(schema.origin().statementsRun(), "statement") + " run",
        Figures.count(schema.origin().writes(), "write"));
    schema.origin().notes().forEach(note -> line("note: %s", note));
  }

  private void tables(Kind kind) {
    List<Table> tables =
        plan.schema().tables().stream().filter(t -> plan.kind(t.name()) == kind).toList();
    if (tables.isEmpty()) {
      return;
    }
    line("");
    line("%s (%s)", kind.name(), Figures.exact(tables.size()));
    int width = tables.stream().mapToInt(t -> names.of(t.name()).length()).max().orElse(0);
    String form = "  %-" + Math.max(1, Math.min(width, 40)) + "s  %10s  %s";
    tables.forEach(
        t -> line(form, names.of(t.name()), rows(t.rowCount()), why(plan.mark(t.name()))));
  }

  private String why(Mark mark) {
    String chain = WhyWords.chain(mark, names);
    String owned =
        mark.kind() == Kind.CLIENT && !mark.why().isEmpty() ? mark.ownership().word() : "";
    return Stream.of(chain, owned, WhyWords.override(mark))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String rows(RowCount rows) {
    return switch (rows.are()) {
      case EXACT -> Figures.exact(rows.rows()) + " rows";
      case ESTIMATE -> "~" + Figures.exact(rows.rows()) + " rows";
      case UNKNOWN -> "";
    };
  }

  private void findings() {
    line("");
    if (plan.findings().isEmpty()) {
      line("No findings.");
      return;
    }
    line(
        "FINDINGS (open: %s)",
        List.of(Severity.values()).stream()
            .map(s -> Figures.exact(plan.count(s)) + " " + s.word())
            .collect(Collectors.joining(", ")));
    plan.mostUrgentFirst().forEach(this::finding);
  }

  private void finding(Finding finding) {
    String subtype = finding.subtype().map(s -> " " + s).orElse("");
    String state = finding.state().name().toLowerCase(Locale.ROOT);
    line(
        "  %s %-7s %s%s · %s%s",
        glyph(finding.severity()),
        finding.severity().word(),
        finding.check().name(),
        subtype,
        names.of(finding.table()),
        state.equals("open") ? "" : " · " + state);
    line("            %s", finding.message());
  }

  private static String glyph(Severity severity) {
    return switch (severity) {
      case BLOCKER -> "■";
      case ERROR -> "▲";
      case WARNING -> "△";
      case INFO -> "ℹ";
    };
  }

  private void unknowns() {
    List<CheckResult> unknown =
        plan.checks().stream().filter(c -> c.outcome() == CheckResult.Outcome.UNKNOWN).toList();
    SortedMap<String, List<TableName>> uncounted = new TreeMap<>(plan.books().open());
    uncounted.remove(Books.NOT_ASKED);
    if (!unknown.isEmpty() || !uncounted.isEmpty()) {
      line("");
      line("NOT SETTLED");
      unknown.forEach(c -> line("  ? %s · %s", c.check().name(), c.why().orElse("")));
      uncounted.forEach(
          (why, tables) -> line("  ? whose the rows are of %s · %s", names.some(tables), why));
    }
  }

  private void pending() {
    if (!plan.pending().isEmpty()) {
      line("");
      line("DECISIONS THAT DO NOT FIT");
      plan.pending().forEach(p -> line("  %s", p.why()));
    }
  }

  private void skipped() {
    List<Skipped> skipped = plan.schema().skipped();
    if (skipped.isEmpty()) {
      return;
    }
    line("");
    line(
        "NOT USED (%s of the source)",
        Figures.count(skipped.size(), "statement or object", "statements or objects"));
    skipped.stream()
        .limit(LISTED_STATEMENTS)
        .forEach(s -> line("  %s · %s", s.statement(), s.why()));
    if (skipped.size() > LISTED_STATEMENTS) {
      line(
          "  … and %s more: inspect lists them all",
          Figures.exact(skipped.size() - LISTED_STATEMENTS));
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // the width of a column is measured, not constant
  private void line(String form, Object... parts) {
    text.append(String.format(Locale.ROOT, form, parts)).append('\n');
  }
}
