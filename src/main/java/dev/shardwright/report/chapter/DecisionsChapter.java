package dev.shardwright.report.chapter;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Figures;
import dev.shardwright.plan.WorkStep;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.risk.CheckCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was decided, why and when; and what no longer fits. */
final class DecisionsChapter implements Chapter {

  @Override
  public Section write(Subject subject) {
    List<Block> blocks = new ArrayList<>();
    List<List<Line>> rows =
        subject.plan().decisions().all().stream().map(d -> row(subject, d)).toList();
    if (rows.isEmpty()) {
      blocks.add(Block.Prose.of("Nothing was decided yet."));
    } else {
      blocks.add(
          new Block.Grid(
              "Decisions in the order in which they were made",
              List.of(
                  Block.Column.text("Decision", 5),
                  Block.Column.text("Reason", 4),
                  Block.Column.text("Date", 1)),
              rows));
    }
    if (!subject.plan().pending().isEmpty()) {
      blocks.add(new Block.Heading("Decisions that do not fit the schema"));
      blocks.add(Block.Prose.of("They change nothing until they fit again or are taken back."));
      blocks.add(
          new Block.Bullets(subject.plan().pending().stream().map(p -> Line.of(p.why())).toList()));
    }
    return new Section("decisions", "Decisions", blocks);
  }

  private static List<Line> row(Subject subject, Decision decision) {
    return List.of(
        what(subject, decision),
        Line.said(decision.why().orElse("")),
        Line.of(decision.when().orElse("")));
  }

  private static Line what(Subject subject, Decision decision) {
    return switch (decision) {
      case Decision.Root d -> Line.of("The root is ").andName(subject.title(d.table()));
      case Decision.Virtual d ->
          Line.name(subject.title(d.child()) + " (" + String.join(", ", d.childColumns()) + ")")
              .and(" refers to ")
              .andName(
                  subject.title(d.parent()) + " (" + String.join(", ", d.parentColumns()) + ")")
              .and(
                  d.discriminator().map(x -> " where " + x.column() + " = " + x.value()).orElse(""))
              .and(d.inferred() ? ", accepted from a suggestion" : "");
      case Decision.Cut d -> Line.of("Cut ").andName(d.relation());
      case Decision.KindOverride d ->
          Line.name(subject.title(d.table())).and(" is ").and(Line.mark(d.kind()));
      case Decision.PlainId d ->
          Line.name(subject.title(d.table()) + " (" + String.join(", ", d.columns()) + ")")
              .and(" is a plain id, matched in software");
      case Decision.Owner d ->
          Line.name(subject.title(d.table())).and(" is owned over ").andName(d.relation());
      case Decision.DispatchKey d ->
          Line.of("Dispatch finds clients by ")
              .andName(subject.title(d.table()) + " (" + String.join(", ", d.columns()) + ")");
      case Decision.FindingState d ->
          Line.of(title(d.check()) + " of ")
              .andName(subject.title(d.table()))
              .and(d.objects().isEmpty() ? "" : " (" + String.join(", ", d.objects()) + ")")
              .and(" is " + d.state().name().toLowerCase(Locale.ROOT))
              .and(d.until().map(day -> " until " + day).orElse(""));
      case Decision.Setting d ->
          WorkStep.said(d)
              .map(Line::of)
              .orElseGet(() -> Line.name(d.name()).and(" = ").andName(Figures.exact(d.value())));
      case Decision.Question d ->
          Line.of(d.open() ? "Open question: " : "Answered: ")
              .and(Line.said(d.text()))
              .and(d.table().map(t -> " (" + subject.title(t) + ")").orElse(""));
    };
  }

  /** A plan file may name a check that this version does not know. */
  private static String title(String code) {
    return Arrays.stream(CheckCode.values())
        .filter(check -> check.name().equals(code))
        .findFirst()
        .map(CheckCode::title)
        .orElse(code);
  }
}
