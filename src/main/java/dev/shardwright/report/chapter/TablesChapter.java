package dev.shardwright.report.chapter;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Mark;
import dev.shardwright.model.Figures;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.report.WhyWords;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every table under its mark, with the reason. */
final class TablesChapter implements Chapter {

  @Override
  public Section write(Subject subject) {
    List<Block> blocks = new ArrayList<>();
    Map<TableName, String> decided = decided(subject);
    for (Kind kind : Kind.values()) {
      List<Table> tables = subject.tables(kind);
      if (!tables.isEmpty()) {
        blocks.add(new Block.Heading(title(kind) + " (" + Figures.exact(tables.size()) + ")"));
        blocks.add(Block.Prose.of(meaning(kind)));
        blocks.add(grid(subject, kind, tables, decided));
      }
    }
    List<TableName> outside = subject.plan().schema().outside();
    if (!outside.isEmpty()) {
      blocks.add(
          new Block.Heading("Outside the selection (" + Figures.exact(outside.size()) + ")"));
      blocks.add(Block.Prose.of("Keys lead to these tables, but they were not read."));
      blocks.add(new Block.Bullets(outside.stream().map(t -> Line.name(t.toString())).toList()));
    }
    return new Section("tables", "Tables by mark", blocks);
  }

  private static String title(Kind kind) {
    return switch (kind) {
      case CLIENT -> "Client";
      case CONTEXT -> "Context";
      case NEUTRAL -> "Neutral";
      case UNDECIDED -> "Undecided";
    };
  }

  private static String meaning(Kind kind) {
    return switch (kind) {
      case CLIENT ->
          "Each row belongs to one client and moves with it. The chain leads from the root down to"
              + " the table.";
      case CONTEXT ->
          "Client rows refer to these, so every shard holds the same copy. The chain leads from a"
              + " client table up to the table.";
      case NEUTRAL -> "No key ties these to clients; they stay in a database of their own.";
      case UNDECIDED -> "These hang below context. Somebody has to say what they are.";
    };
  }

  private static Map<TableName, String> decided(Subject subject) {
    Map<TableName, String> reasons = new HashMap<>();
    subject
        .plan()
        .decisions()
        .of(Decision.KindOverride.class)
        .forEach(k -> k.why().ifPresent(why -> reasons.put(k.table(), why)));
    return reasons;
  }

  private static Block grid(
      Subject subject, Kind kind, List<Table> tables, Map<TableName, String> decided) {
    boolean client = kind == Kind.CLIENT;
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.text("Table", 3));
    columns.add(Block.Column.number("Rows"));
    columns.add(Block.Column.number("Size"));
    if (client) {
      columns.add(Block.Column.text("Owned", 1));
    }
    columns.add(Block.Column.text("Why", 6));
    boolean commented = tables.stream().anyMatch(t -> t.comment().isPresent());
    if (commented) {
      columns.add(Block.Column.text("Comment", 3));
    }
    return new Block.Grid(
        title(kind) + " tables",
        columns,
        tables.stream()
            .map(t -> {
              List<Line> row = row(subject, t, client, decided);
              if (commented) {
                row.add(Line.said(t.comment().orElse("")));
              }
              return row;
            })
            .toList());
  }

  private static List<Line> row(
      Subject subject, Table table, boolean client, Map<TableName, String> decided) {
    Mark mark = subject.plan().mark(table.name());
    List<Line> cells = new ArrayList<>();
    cells.add(Line.name(subject.title(table.name())));
    cells.add(rows(table.rowCount()));
    cells.add(
        table.bytes().isPresent() ? Line.of(Figures.bytes(table.bytes().getAsLong())) : Line.EMPTY);
    if (client) {
      cells.add(Line.of(mark.ownership().word()));
    }
    cells.add(why(subject, table, mark, decided));
    return cells;
  }

  private static Line why(Subject subject, Table table, Mark mark, Map<TableName, String> decided) {
    Line why = Line.of(WhyWords.chain(mark, subject.titles()));
    if (mark.override().isPresent()) {
      why =
          why.and(why.isEmpty() ? "" : " · ")
              .and(WhyWords.override(mark))
              .andReason(": ", Optional.ofNullable(decided.get(table.name())));
    }
    return mark.conflict() ? Line.badge(Tone.BLOCKER, "conflict").and(" ").and(why) : why;
  }

  /** An estimate says so; what nobody counted is empty. */
  static Line rows(RowCount rows) {
    return switch (rows.are()) {
      case EXACT -> Line.number(rows.rows());
      case ESTIMATE -> Line.of("~" + Figures.exact(rows.rows()));
      case UNKNOWN -> Line.EMPTY;
    };
  }
}
