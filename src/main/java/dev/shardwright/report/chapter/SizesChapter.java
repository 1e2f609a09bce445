package dev.shardwright.report.chapter;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Figures;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Table;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.risk.BiggestClients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How much there is of what, and which tables and clients are the biggest. */
final class SizesChapter implements Chapter {
  private static final int BIGGEST_TABLES = 20;

  @Override
  public Section write(Subject subject) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Grid(
            "Sizes by mark",
            List.of(
                Block.Column.text("Mark", 2),
                Block.Column.number("Tables"),
                Block.Column.number("Rows"),
                Block.Column.number("Size"),
                Block.Column.number("Share"),
                Block.Column.text("Known", 3)),
            marks(subject)));
    List<Table> biggest = biggest(subject);
    if (!biggest.isEmpty()) {
      blocks.add(new Block.Heading("Biggest tables"));
      blocks.add(grid(subject, biggest));
    }
    blocks.add(new Block.Heading("Biggest clients"));
    List<BiggestClients.Share> clients = subject.plan().biggestClients();
    if (clients.isEmpty()) {
      blocks.add(
          Block.Prose.of("Not counted: nobody asked the data which clients are the biggest."));
    } else {
      blocks.addAll(ClientSizes.blocks(subject, clients));
    }
    return new Section("sizes", "Sizes", blocks);
  }

  private static List<List<Line>> marks(Subject subject) {
    long all = bytes(subject.plan().schema().tables());
    List<List<Line>> rows = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      rows.add(row(Line.mark(kind), subject.tables(kind), all));
    }
    rows.add(row(Line.of("all"), subject.plan().schema().tables(), all));
    return rows;
  }

  private static List<Line> row(Line title, List<Table> tables, long all) {
    long bytes = bytes(tables);
    long rows = tables.stream().mapToLong(t -> t.rowCount().rows()).sum();
    boolean sized = tables.stream().anyMatch(t -> t.bytes().isPresent());
    return List.of(
        title,
        Line.number(tables.size()),
        exactness(tables, RowCount.Exactness.UNKNOWN) == tables.size() && !tables.isEmpty()
            ? Line.EMPTY
            : Line.number(rows),
        sized ? Line.of(Figures.bytes(bytes)) : Line.EMPTY,
        sized ? Line.of(Figures.percent(bytes, all)) : Line.EMPTY,
        Line.of(known(tables)));
  }

  private static long bytes(List<Table> tables) {
    return tables.stream().mapToLong(t -> t.bytes().orElse(0)).sum();
  }

  private static long exactness(List<Table> tables, RowCount.Exactness are) {
    return tables.stream().filter(t -> t.rowCount().are() == are).count();
  }

  /** How well the rows are known. */
  private static String known(List<Table> tables) {
    long unknown = exactness(tables, RowCount.Exactness.UNKNOWN);
    long estimates = exactness(tables, RowCount.Exactness.ESTIMATE);
    if (tables.isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    if (estimates > 0) {
      parts.add(Figures.count(estimates, "table") + " by the server's estimate");
    }
    if (unknown > 0) {
      parts.add(Figures.count(unknown, "table") + " not counted");
    }
    return parts.isEmpty() ? "rows counted" : String.join(", ", parts);
  }

  private static List<Table> biggest(Subject subject) {
    return subject.plan().schema().tables().stream()
        .filter(t -> t.bytes().orElse(0) > 0 || t.rowCount().rows() > 0)
        .sorted(
            Comparator.comparingLong((Table t) -> -t.bytes().orElse(0))
                .thenComparingLong(t -> -t.rowCount().rows())
                .thenComparing(Table::name))
        .limit(BIGGEST_TABLES)
        .toList();
  }

  private static Block grid(Subject subject, List<Table> tables) {
    return new Block.Grid(
        "The biggest tables",
        List.of(
            Block.Column.text("Table", 3),
            Block.Column.text("Mark", 2),
            Block.Column.number("Rows"),
            Block.Column.number("Size")),
        tables.stream()
            .map(t ->
                List.of(
                    Line.name(subject.title(t.name())),
                    Line.mark(subject.plan().kind(t.name())),
                    TablesChapter.rows(t.rowCount()),
                    t.bytes().isPresent()
                        ? Line.of(Figures.bytes(t.bytes().getAsLong()))
                        : Line.EMPTY))
            .toList());
  }
}
