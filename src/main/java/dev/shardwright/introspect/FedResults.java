package dev.shardwright.introspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An answer as SchemaCrawler sees it.
 *
 * @param seen the columns that it may see; it sorts them anew for every value that it reads, so
 *     they are as few as will do
 * @param facts for each row what shall stay with the object that is made of it
 */
record FedResults(List<String> seen, List<KeptRow> rows, List<Facts> facts) {
  static final FedResults NONE = new FedResults(List.of(), List.of(), List.of());

  /** An answer whose rows leave nothing behind. */
  static FedResults plain(List<KeptRow> rows, Set<String> wanted) {
    return new FedResults(seen(rows, wanted), rows, List.of());
  }

  static FedResults of(List<KeptRow> rows, Set<String> wanted) {
    return new FedResults(
        withFacts(seen(rows, wanted)),
        rows,
        rows.stream().map(row -> new Facts(List.of(row))).toList());
  }

  /** An answer with a row for each column of an index: the facts are the whole index's. */
  static FedResults ofIndexes(List<KeptRow> rows, Set<String> wanted) {
    Map<List<String>, List<KeptRow>> byIndex = new LinkedHashMap<>();
    for (KeptRow row : rows) {
      byIndex.computeIfAbsent(index(row), i -> new ArrayList<>()).add(row);
    }
    Map<List<String>, Facts> facts = new LinkedHashMap<>();
    byIndex.forEach((index, parts) -> {
      parts.sort(Comparator.comparingInt(FedResults::place));
      facts.put(index, new Facts(parts));
    });
    return new FedResults(
        withFacts(seen(rows, wanted)),
        rows,
        rows.stream().map(row -> Objects.requireNonNull(facts.get(index(row)))).toList());
  }

  private static List<String> index(KeptRow row) {
    return List.of(
        String.valueOf(row.text("TABLE_SCHEM")),
        String.valueOf(row.text("TABLE_NAME")),
        String.valueOf(row.text("INDEX_NAME")));
  }

  private static int place(KeptRow row) {
    return Integer.parseInt(String.valueOf(row.text("ORDINAL_POSITION")));
  }

  private static List<String> seen(List<KeptRow> rows, Set<String> wanted) {
    return rows.isEmpty()
        ? List.of()
        : rows.getFirst().columns().stream().filter(wanted::contains).toList();
  }

  private static List<String> withFacts(List<String> seen) {
    return Stream.concat(seen.stream(), Stream.of(Facts.ATTRIBUTE)).toList();
  }
}
