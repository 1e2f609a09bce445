package dev.shardwright.report.chapter;

import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Ownership;
import dev.shardwright.model.Figures;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Table;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Tone;
import dev.shardwright.risk.BiggestClients;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How good the root's key is to split by, as far as it is known (planner.md 12.2). */
record ShardKey(List<List<Line>> rows) {
  /** With fewer values a key spreads badly. */
  private static final long FEW_CLIENTS = 1000;

  private static final double MOST_TABLES = 0.9;

  ShardKey {
    rows = rows.stream().map(List::copyOf).toList();
  }

  static ShardKey of(Subject subject) {
    return new ShardKey(List.of(cardinality(subject), evenness(subject), locality(subject)));
  }

  Block grid() {
    return new Block.Grid(
        "The shard key by three criteria",
        List.of(
            Block.Column.text("Criterion", 2),
            Block.Column.text("Here", 5),
            Block.Column.text("Verdict", 2)),
        rows);
  }

  private static List<Line> cardinality(Subject subject) {
    Optional<RowCount> clients =
        subject
            .plan()
            .root()
            .flatMap(subject.plan().schema()::table)
            .map(Table::rowCount)
            .filter(r -> r.are() != RowCount.Exactness.UNKNOWN);
    if (clients.isEmpty()) {
      return row("Cardinality", "The clients were not counted.", unknown());
    }
    long rows = clients.get().rows();
    boolean many = rows >= FEW_CLIENTS;
    return row(
        "Cardinality",
        TablesChapter.rows(clients.get()).plain()
            + (rows == 1 ? " client" : " clients")
            + ", each with a key of its own"
            + (many ? "." : "; fewer than " + Figures.exact(FEW_CLIENTS) + " spread badly."),
        many ? good("excellent") : bad("few"));
  }

  private static List<Line> evenness(Subject subject) {
    List<BiggestClients.Share> biggest = subject.plan().biggestClients();
    Optional<BiggestClients.Share> first =
        biggest.stream().max(Comparator.comparingLong(BiggestClients.Share::rows));
    if (first.isEmpty()) {
      return row("Evenness", "Rows per client were not counted.", unknown());
    }
    long all =
        subject
            .books()
            .of(first.get().table())
            .map(l -> l.one())
            .or(() ->
                subject.plan().schema().table(first.get().table()).map(t -> t.rowCount().rows()))
            .orElse(0L);
    String share = Figures.percent(first.get().rows(), all);
    boolean even = all > 0 && first.get().rows() * 100 <= all * 5;
    return row(
        "Evenness",
        "The biggest client holds %s of the rows of %s."
            .formatted(share, subject.title(first.get().table())),
        even ? good("even") : bad("depends"));
  }

  private static List<Line> locality(Subject subject) {
    List<Table> clients = subject.tables(Kind.CLIENT);
    long local =
        clients.stream()
            .map(t -> subject.plan().mark(t.name()).ownership())
            .filter(o -> o == Ownership.ROOT || o == Ownership.TOTAL || o == Ownership.SINGLE)
            .count();
    if (clients.isEmpty()) {
      return row("Locality", "There are no client tables.", unknown());
    }
    return row(
        "Locality",
        "In %s of %s one chain of keys finds each row's client."
            .formatted(Figures.exact(local), Figures.count(clients.size(), "client table")),
        local >= MOST_TABLES * clients.size() ? good("excellent") : bad("depends"));
  }

  private static List<Line> row(String criterion, String here, Line verdict) {
    return List.of(Line.of(criterion), Line.of(here), verdict);
  }

  private static Line good(String word) {
    return Line.badge(Tone.DONE, word);
  }

  private static Line bad(String word) {
    return Line.badge(Tone.WARNING, word);
  }

  private static Line unknown() {
    return Line.badge(Tone.OPEN, "not counted");
  }
}
