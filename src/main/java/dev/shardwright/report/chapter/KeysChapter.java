package dev.shardwright.report.chapter;

import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.KeyWidening;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.plan.CheckResult;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Tone;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Setting;
import dev.shardwright.risk.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Whether the keys are ready for many shards: wide enough, and made without collisions. */
final class KeysChapter implements Chapter {

  @Override
  public Section write(Subject subject) {
    List<Block> blocks = new ArrayList<>();
    widening(subject, blocks);
    slots(subject, blocks);
    return new Section("keys", "Key readiness", blocks);
  }

  private static void widening(Subject subject, List<Block> blocks) {
    KeyWidening widening = subject.consequences().widening();
    blocks.add(new Block.Heading("Widening"));
    if (widening.changes().isEmpty()) {
      blocks.add(Block.Prose.of("Every whole-number key is wide enough already."));
    } else {
      blocks.add(
          Block.Prose.of(
              Figures.count(widening.changes().size(), "key column gets", "key columns get")
                  + " a wider type on the shards; both ends of a key change together. The source"
                  + " stays as it is."));
      blocks.add(
          new Block.Grid(
              "Key columns that widen",
              List.of(
                  Block.Column.text("Table", 3),
                  Block.Column.text("Columns", 4),
                  Block.Column.text("Today", 2),
                  Block.Column.text("On the shards", 2)),
              widened(subject, widening.changes())));
    }
    notes(subject, blocks, "Keys that keep their sign", widening.signed());
    notes(subject, blocks, "Keys that stay as they are", widening.reported());
  }

  /** The columns of a table that change alike share a row. */
  private static List<List<Line>> widened(
      Subject subject, SortedMap<ColumnRef, KeyWidening.Change> changes) {
    record Alike(TableName table, KeyWidening.Change change) {}
    Map<Alike, List<String>> rows = new LinkedHashMap<>();
    changes.forEach((ref, change) ->
        rows.computeIfAbsent(new Alike(ref.table(), change), _ -> new ArrayList<>())
            .add(ref.column()));
    return rows.entrySet().stream()
        .map(row ->
            List.of(
                Line.name(subject.title(row.getKey().table())),
                Line.name(String.join(", ", row.getValue())),
                Line.name(row.getKey().change().from()),
                Line.name(row.getKey().change().to())))
        .toList();
  }

  private static void notes(
      Subject subject, List<Block> blocks, String title, SortedMap<ColumnRef, String> columns) {
    if (columns.isEmpty()) {
      return;
    }
    blocks.add(
        new Block.Grid(
            title,
            List.of(
                Block.Column.text("Table", 2),
                Block.Column.text("Column", 2),
                Block.Column.text("Why", 5)),
            columns.entrySet().stream()
                .map(e ->
                    List.of(
                        Line.name(subject.title(e.getKey().table())),
                        Line.name(e.getKey().column()),
                        Line.of(e.getValue())))
                .toList()));
  }

  private static void slots(Subject subject, List<Block> blocks) {
    long slots = (long) Setting.SLOTS.number(subject.plan().decisions());
    blocks.add(new Block.Heading("Ids and slots"));
    blocks.add(
        Block.Prose.of(
            "Each shard has a slot of its own among %s and makes only ids that leave that remainder: slot 1 makes 1, %s, %s. The number of slots cannot change later."
                .formatted(
                    Figures.exact(slots), Figures.exact(slots + 1), Figures.exact(2 * slots + 1))));
    subject
        .check(CheckCode.KEY_OVERFLOW)
        .filter(c -> c.outcome() == CheckResult.Outcome.UNKNOWN)
        .ifPresent(c ->
            blocks.add(
                Block.Prose.of("Room for ids is not settled: " + c.why().orElse("not counted"))));
    List<List<Line>> rows = sources(subject);
    if (!rows.isEmpty()) {
      blocks.add(
          new Block.Grid(
              "Where ids come from",
              List.of(
                  Block.Column.text("Table", 3),
                  Block.Column.text("Key", 3),
                  Block.Column.text("Type today", 2),
                  Block.Column.text("Made by", 3),
                  Block.Column.text("Slots", 3)),
              rows));
    }
  }

  private static List<List<Line>> sources(Subject subject) {
    Map<TableName, Finding> trouble = new HashMap<>();
    for (CheckCode code : List.of(CheckCode.ID_SOURCE, CheckCode.KEY_OVERFLOW)) {
      subject.findings(code).forEach(f -> trouble.merge(f.table(), f, KeysChapter::worse));
    }
    List<List<Line>> rows = new ArrayList<>();
    for (Kind kind : List.of(Kind.CLIENT, Kind.CONTEXT)) {
      subject
          .tables(kind)
          .forEach(t -> rows.add(source(subject, t, Optional.ofNullable(trouble.get(t.name())))));
    }
    return rows;
  }

  private static Finding worse(Finding one, Finding other) {
    return one.severity().compareTo(other.severity()) <= 0 ? one : other;
  }

  private static List<Line> source(Subject subject, Table table, Optional<Finding> trouble) {
    List<String> key = table.primaryKey().map(UniqueKey::columns).orElse(List.of());
    List<Column> columns = key.stream().flatMap(c -> table.column(c).stream()).toList();
    Line made = made(subject, table, columns);
    Line slots =
        trouble
            .map(f ->
                Line.severity(f.severity())
                    .and(f.severity() == Severity.INFO ? "" : " " + f.check().title()))
            .orElseGet(
                () -> byServer(columns) ? Line.badge(Tone.DONE, "protect") : Line.of("not needed"));
    return List.of(
        Line.name(subject.title(table.name())),
        Line.name(String.join(", ", key)),
        Line.name(String.join(", ", columns.stream().map(c -> c.type().sql()).distinct().toList())),
        made,
        slots);
  }

  private static boolean byServer(List<Column> columns) {
    return columns.stream().anyMatch(c -> c.identity() != Column.Identity.NONE);
  }

  private static Line made(Subject subject, Table table, List<Column> key) {
    if (key.isEmpty()) {
      return Line.of("no primary key");
    }
    if (byServer(key)) {
      return Line.of(
          switch (key.stream().map(Column::identity).max(Enum::compareTo).orElseThrow()) {
            case AUTO_INCREMENT -> "the server, AUTO_INCREMENT";
            case SEQUENCE_DEFAULT -> "a sequence";
            case BY_DEFAULT, ALWAYS -> "the server, identity";
            case NONE -> "";
          });
    }
    boolean refers =
        subject.plan().graph().toParents(table.name()).stream()
            .anyMatch(r -> key.stream().anyMatch(c -> r.childColumns().contains(c.name())));
    if (refers) {
      return Line.of("its parent's key");
    }
    boolean number = key.stream().allMatch(c -> c.type().family() == TypeFamily.INTEGER);
    return Line.of(number ? "the application" : "the data itself");
  }
}
