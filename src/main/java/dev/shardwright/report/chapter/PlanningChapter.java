package dev.shardwright.report.chapter;

import dev.shardwright.model.Figures;
import dev.shardwright.model.Table;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Tone;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether to shard at all, by which key, with which strategy: the general questions with this
 * database's figures (planner.md 12).
 */
final class PlanningChapter implements Chapter {
  private static final String NOT_COUNTED = "not counted";
  private static final long TERABYTE = 1L << 40;

  @Override
  public Section write(Subject subject) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("Is it time?"));
    blocks.add(thresholds(subject));
    blocks.add(
        Block.Prose.of(
            "Simpler remedies come first: replicas, a cache, pooled connections, better queries, a"
                + " bigger machine, then a split by domain."));
    blocks.add(new Block.Heading("The shard key"));
    blocks.add(ShardKey.of(subject).grid());
    blocks.add(new Block.Heading("The strategy"));
    blocks.add(strategies());
    blocks.add(new Block.Heading("Checklist"));
    blocks.add(checklist(subject));
    return new Section("planning", "Planning figures and checklist", blocks);
  }

  private static Block thresholds(Subject subject) {
    List<Table> tables = subject.plan().schema().tables();
    long bytes = tables.stream().mapToLong(t -> t.bytes().orElse(0)).sum();
    String stored = bytes == 0 ? NOT_COUNTED : Figures.bytes(bytes);
    Line verdict =
        bytes == 0
            ? Line.EMPTY
            : Line.of(bytes < 2 * TERABYTE ? "below" : bytes < 10 * TERABYTE ? "within" : "above");
    return new Block.Grid(
        "When one server is too small, as a rule of thumb",
        List.of(
            Block.Column.text("Measure", 3),
            Block.Column.text("Rule of thumb", 3),
            Block.Column.text("Here", 2),
            Block.Column.text("Verdict", 2)),
        List.of(
            List.of(Line.of("Storage"), Line.of("2 to 10 TB"), Line.of(stored), verdict),
            unknown("Writes", "50,000 to 100,000 a second"),
            unknown("Connections", "5,000 to 10,000"),
            unknown("Indexes", "larger than memory")));
  }

  private static List<Line> unknown(String measure, String rule) {
    return List.of(Line.of(measure), Line.of(rule), Line.of(NOT_COUNTED), Line.EMPTY);
  }

  private static Block strategies() {
    return new Block.Grid(
        "Strategies and what a fifth shard beside four costs",
        List.of(
            Block.Column.text("Strategy", 3),
            Block.Column.text("Spread", 3),
            Block.Column.text("Range queries", 3),
            Block.Column.text("Keys that move", 3),
            Block.Column.text("Suits", 3)),
        List.of(
            strategy(
                "directory, the default", "free", "medium", "none", "mixed needs, moving clients"),
            strategy("hash, modulo", "even", "ask all shards", "80 %, 4 of 5", "look-ups by key"),
            strategy(
                "hash, consistent", "even", "ask all shards", "20 %, 1 of 5", "look-ups by key"),
            strategy("range", "newest shard is hot", "best", "one range", "time series"),
            strategy(
                "geographic", "uneven", "within a region", "one region", "latency, data law")));
  }

  private static List<Line> strategy(String... cells) {
    return List.of(cells).stream().map(Line::of).toList();
  }

  private static Block checklist(Subject subject) {
    long slots = (long) Setting.SLOTS.number(subject.plan().decisions());
    int global = subject.findings(CheckCode.GLOBAL_QUERY_OBJECT).size();
    int readers = subject.consequences().oneShard().size();
    boolean counted = !subject.plan().biggestClients().isEmpty();
    List<List<Line>> rows =
        List.of(
            yours("Simpler remedies are exhausted", "The plan cannot know."),
            line(
                "The key is chosen by cardinality, evenness and locality",
                subject.plan().root().isPresent(),
                "See the shard key above."),
            line("The strategy is chosen", true, "Directory, unless the export is told otherwise."),
            line(
                "Queries over all shards are planned",
                readers == 0,
                Figures.count(readers, "view or routine reads", "views and routines read")
                    + " client tables"
                    + (global > 0
                        ? ", " + Figures.exact(global) + " of them over all clients."
                        : ".")),
            line(
                "Ids are made without collisions",
                subject.findings(CheckCode.ID_SOURCE).isEmpty(),
                Figures.exact(slots) + " slots; see key readiness."),
            line(
                "Moving clients later is planned",
                true,
                "A client moves between shards in the same way as it left the old database."),
            yours("Each shard is measured", "Size, latency, connections, hot clients per shard."),
            line(
                "Hot clients are known",
                counted,
                counted ? "See the biggest clients." : "The biggest clients were not counted."));
    return new Block.Grid(
        "Checklist",
        List.of(
            Block.Column.text("Question", 5),
            Block.Column.text("State", 2),
            Block.Column.text("Note", 5)),
        rows);
  }

  private static List<Line> line(String question, boolean settled, String note) {
    Line state = settled ? Line.badge(Tone.DONE, "settled") : Line.badge(Tone.OPEN, "open");
    return List.of(Line.of(question), state, Line.of(note));
  }

  private static List<Line> yours(String question, String note) {
    return List.of(Line.of(question), Line.badge(Tone.QUIET, "yours to answer"), Line.of(note));
  }
}
