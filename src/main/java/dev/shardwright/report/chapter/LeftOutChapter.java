package dev.shardwright.report.chapter;

import dev.shardwright.export.Consequences;
import dev.shardwright.model.Skipped;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import java.util.ArrayList;
import java.util.List;

/** What the source has and no exported file will have. */
final class LeftOutChapter implements Chapter {

  @Override
  public Section write(Subject subject) {
    List<Block> blocks = new ArrayList<>();
    List<Consequences.Omission> omissions = subject.consequences().leftOut();
    if (omissions.isEmpty()) {
      blocks.add(Block.Prose.of("The schema files carry every key, view, routine and trigger."));
    } else {
      blocks.add(
          Block.Prose.of(
              "The files name these in a comment, with the reason, and do not make them."));
      blocks.add(
          new Block.Grid(
              "Left out of the schema files",
              List.of(
                  Block.Column.text("What", 4),
                  Block.Column.text("Why", 5),
                  Block.Column.text("File", 2)),
              omissions.stream()
                  .map(o -> List.of(Line.name(o.what()), Line.of(o.why()), Line.name(o.file())))
                  .toList()));
    }
    skipped(subject, blocks);
    subject
        .consequences()
        .noDispatch()
        .ifPresent(why -> blocks.add(Block.Prose.of("No dispatch_schema.sql: " + why)));
    return new Section("left-out", "What the exports leave out", blocks);
  }

  private static void skipped(Subject subject, List<Block> blocks) {
    List<Skipped> skipped = subject.plan().schema().skipped();
    if (skipped.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading("Not read from the source"));
    blocks.add(
        new Block.Grid(
            "Statements and objects of the source that were not used",
            List.of(Block.Column.text("Statement", 5), Block.Column.text("Why", 4)),
            skipped.stream()
                .map(s -> List.of(Line.name(s.statement()), Line.of(s.why())))
                .toList()));
  }
}
