package dev.shardwright.report.chapter;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Tone;
import dev.shardwright.risk.Books;
import dev.shardwright.risk.Ledger;
import java.util.ArrayList;
import java.util.List;

/** The books of the split: whose rows the rows of every client table are. */
final class LedgerChapter implements Chapter {

  @Override
  public Section write(Subject subject) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.Prose.of(
            "To how many clients the rows of each client table belong. Rows of no client stay"
                + " behind when clients move; rows of several clients forbid the move. The three"
                + " together are all rows of the table."));
    List<Table> clients = subject.tables(Kind.CLIENT);
    subject
        .books()
        .open()
        .forEach((why, tables) -> blocks.add(uncounted(subject, clients.size(), why, tables)));
    if (!subject.books().counted().isEmpty()) {
      blocks.add(
          new Block.Grid(
              "Ownership of rows by table",
              List.of(
                  Block.Column.text("Table", 3),
                  Block.Column.number("One client"),
                  Block.Column.number("No client"),
                  Block.Column.number("Several"),
                  Block.Column.number("Rows"),
                  Block.Column.text("Verdict", 1)),
              rows(subject, clients)));
    }
    return new Section("ledger", "Ownership ledger", blocks);
  }

  /** Those that nobody asked are not named: they are mostly all. */
  private static Block uncounted(Subject subject, int all, String why, List<TableName> tables) {
    String counted = tables.size() == 1 ? "was" : "were";
    String names = why.equals(Books.NOT_ASKED) ? "" : " (" + subject.titles().some(tables) + ")";
    return Block.Prose.of(
        "%s of %s %s not counted: %s%s."
            .formatted(
                Figures.exact(tables.size()),
                Figures.count(all, "client table"),
                counted,
                why.replaceFirst("\\.$", ""),
                names));
  }

  private static List<List<Line>> rows(Subject subject, List<Table> clients) {
    List<List<Line>> rows = new ArrayList<>();
    for (Table table : clients) {
      subject
          .books()
          .of(table.name())
          .ifPresent(ledger ->
              rows.add(
                  List.of(
                      Line.name(subject.title(table.name())),
                      Line.number(ledger.one()),
                      Line.number(ledger.none()),
                      Line.number(ledger.several()),
                      Line.number(ledger.total()),
                      verdict(ledger))));
    }
    return rows;
  }

  private static Line verdict(Ledger ledger) {
    if (ledger.several() > 0) {
      return Line.badge(Tone.BLOCKER, "shared");
    }
    return ledger.none() > 0
        ? Line.badge(Tone.WARNING, "left behind")
        : Line.badge(Tone.DONE, "whole");
  }
}
