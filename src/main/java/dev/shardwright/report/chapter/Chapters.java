package dev.shardwright.report.chapter;

import dev.shardwright.plan.Plan;
import dev.shardwright.report.ReportMeta;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Report;
import java.util.List;

/** All chapters of the report; a new one is one class, its test and one line here. */
public final class Chapters {
  static final List<Chapter> ALL =
      List.of(
          new SummaryChapter(),
          new DiagramChapter(),
          new FindingsChapter(),
          new DecisionsChapter(),
          new TablesChapter(),
          new LedgerChapter(),
          new KeysChapter(),
          new SizesChapter(),
          new LeftOutChapter(),
          new ToDoChapter(),
          new WorkChapter(),
          new PlanningChapter(),
          new ChecksChapter());

  private Chapters() {}

  /** The whole report of a plan. */
  public static Report report(Subject subject, ReportMeta meta) {
    Plan plan = subject.plan();
    var origin = plan.schema().origin();
    Line subtitle =
        Line.of(origin.product().title() + " " + origin.version() + " · ")
            .and(
                plan.root()
                    .map(r -> Line.of("root ").andName(subject.title(r)))
                    .orElse(Line.of("no root chosen")));
    return new Report(
        meta.planName().orElse(origin.described()),
        subtitle,
        "Shardwright " + meta.programVersion(),
        meta.date(),
        ALL.stream().map(c -> c.write(subject)).toList());
  }
}
