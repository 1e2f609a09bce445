package dev.shardwright.report.chapter;

import dev.shardwright.model.Figures;
import dev.shardwright.model.TableName;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.risk.BiggestClients.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which clients are the biggest: over all tables that were counted, and in each. */
final class ClientSizes {
  private static final int OVER_ALL = 10;
  private static final int PER_TABLE = 5;

  private ClientSizes() {}

  /** Two lists of shares, which come by table, biggest first. */
  static List<Block> blocks(Subject subject, List<Share> shares) {
    return List.of(
        Block.Prose.of(
            "Counted in the client tables that have most rows, the biggest clients of each; a"
                + " client's sum holds only tables in which it is among those."),
        overAll(shares),
        perTable(subject, shares));
  }

  private static Block overAll(List<Share> shares) {
    Map<List<String>, List<Share>> byClient =
        shares.stream()
            .collect(Collectors.groupingBy(Share::client, LinkedHashMap::new, Collectors.toList()));
    return new Block.Grid(
        "The biggest clients over these tables",
        List.of(
            Block.Column.text("Client", 2),
            Block.Column.number("Rows, at least"),
            Block.Column.number("Tables")),
        byClient.entrySet().stream()
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<List<String>, List<Share>> c) -> -rows(c.getValue()))
                    .thenComparing(c -> c.getKey().toString()))
            .limit(OVER_ALL)
            .map(client ->
                List.of(
                    Line.name(String.join(", ", client.getKey())),
                    Line.number(rows(client.getValue())),
                    Line.number(client.getValue().size())))
            .toList());
  }

  private static long rows(List<Share> shares) {
    return shares.stream().mapToLong(Share::rows).sum();
  }

  private static Block perTable(Subject subject, List<Share> shares) {
    SortedMap<TableName, List<Share>> byTable = new TreeMap<>();
    shares.forEach(s -> byTable.computeIfAbsent(s.table(), _ -> new ArrayList<>()).add(s));
    return new Block.Grid(
        "The biggest clients by table, with their rows",
        List.of(Block.Column.text("Table", 2), Block.Column.text("Clients, biggest first", 5)),
        byTable.entrySet().stream()
            .map(table ->
                List.of(Line.name(subject.title(table.getKey())), clients(table.getValue())))
            .toList());
  }

  private static Line clients(List<Share> shares) {
    Line line = Line.EMPTY;
    for (Share share : shares.stream().limit(PER_TABLE).toList()) {
      line =
          line.and(line.isEmpty() ? "" : ", ")
              .andName(String.join(", ", share.client()))
              .and(": " + Figures.exact(share.rows()));
    }
    return line;
  }
}
