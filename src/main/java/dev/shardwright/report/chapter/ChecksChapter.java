package dev.shardwright.report.chapter;

import dev.shardwright.plan.CheckResult;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Tone;
import java.util.List;

/** How every check ended; what is not settled never looks green. */
final class ChecksChapter implements Chapter {

  @Override
  public Section write(Subject subject) {
    Block grid =
        new Block.Grid(
            "Checks and how they ended",
            List.of(
                Block.Column.text("Check", 3),
                Block.Column.text("Outcome", 2),
                Block.Column.number("Findings"),
                Block.Column.text("Why not settled", 6)),
            subject.plan().checks().stream().map(c -> row(subject, c)).toList());
    return new Section("checks", "Checks", List.of(grid));
  }

  private static List<Line> row(Subject subject, CheckResult check) {
    long found = subject.plan().findings().stream().filter(f -> f.check() == check.check()).count();
    Line outcome =
        switch (check.outcome()) {
          case CLEAR -> Line.badge(Tone.DONE, "clear");
          case FOUND -> Line.badge(Tone.ERROR, "found");
          case UNKNOWN -> Line.badge(Tone.OPEN, "not settled");
        };
    return List.of(
        Line.of(check.check().title()),
        outcome,
        found == 0 ? Line.EMPTY : Line.number(found),
        Line.of(check.why().orElse("")));
  }
}
