package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Sequences;
import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sequences go on behind the rows that were loaded and behind where the source's stand, so that no
 * number is given twice. A sequence that keeps to a slot already stays in it (planner.md 11.1).
 *
 * <p>Counters of MySQL and MariaDB that belong to a table follow its largest id by themselves;
 * where the source's stand is an option of a neutral table.
 */
final class Counters {
  private static final int AT_ONCE = 100;

  private final Part part;
  private final Dialect dialect;

  /** The columns that a sequence feeds, as SQL for the largest or smallest of their values. */
  private final Map<Sequence, List<String>> fed = new LinkedHashMap<>();

  /** Where the source stands, as far as it may be read: what was given last or comes next. */
  private final Map<Sequence, String> stands = new LinkedHashMap<>();

  private final List<Sequence> unread = new ArrayList<>();

  Counters(DataTables data) {
    part = data.part();
    dialect = part.dialect();
    Sequences all = Sequences.of(part.plan().schema().sequences());
    data.tables().stream().map(DataTable::table).forEach(table -> feed(all, table));
    SequenceUse.ofNoTable(part.plan().schema())
        .forEach(sequence -> fed.putIfAbsent(sequence, List.of()));
  }

  private void feed(Sequences all, Table table) {
    for (Column column : table.columns()) {
      Stream.concat(all.called(table.name(), column), all.feeding(table.name(), column).stream())
          .distinct()
          .forEach(sequence -> {
            List<String> ends = fed.computeIfAbsent(sequence, _ -> new ArrayList<>());
            if (column.type().family() == TypeFamily.INTEGER) {
              ends.add(farthest(table, column, sequence));
            }
          });
    }
  }

  private String farthest(Table table, Column column, Sequence sequence) {
    return "(SELECT "
        + (up(sequence) ? "MAX(" : "MIN(")
        + dialect.quote(column.name())
        + ") FROM "
        + part.name(table.name())
        + ")";
  }

  private static boolean up(Sequence sequence) {
    return sequence.increment().signum() > 0;
  }

  /** Asks the source where its sequences stand; those that may not be read are told. */
  void read(RowSource source) throws IOException {
    List<Sequence> all = List.copyOf(fed.keySet());
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Sequence> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      List<Sequence> readable = new ArrayList<>(some);
      if (!mysql()) {
        readable.clear();
        ask(source, some, allowed(some), row -> readable.add(some.get(number(row))));
        some.stream().filter(s -> !readable.contains(s)).forEach(unread::add);
      }
      if (!readable.isEmpty()) {
        ask(
            source,
            readable,
            standing(readable),
            row -> {
              if (!row.isNull(1)) {
                stands.put(readable.get(number(row)), row.ascii(1));
              }
            });
      }
    }
  }

  private boolean mysql() {
    return dialect.product().isMySqlFamily();
  }

  private static void ask(
      RowSource source, List<Sequence> some, String select, RowSource.RowReader reader)
      throws IOException {
    source.read(some.getFirst().name(), select, 2, reader);
  }

  private static int number(RowText row) {
    return Integer.parseInt(row.ascii(0));
  }

  private String allowed(List<Sequence> some) {
    return numbered(some, "SELECT %d, 1 WHERE has_sequence_privilege(%s, 'SELECT')", this::literal);
  }

  /** PostgreSQL tells what was given last, MariaDB what comes next. */
  private String standing(List<Sequence> some) {
    return mysql()
        ? numbered(
            some,
            "SELECT %d, CONCAT(next_not_cached_value) FROM %s",
            s -> dialect.qualified(s.name()))
        : numbered(
            some,
            "SELECT %d, CASE WHEN is_called THEN last_value %s",
            s ->
                "WHEN last_value <> "
                    + s.start()
                    + " THEN last_value - CAST("
                    + s.increment()
                    + " AS numeric) END FROM "
                    + dialect.qualified(s.name()));
  }

  private static String numbered(
      List<Sequence> some, String select, Function<Sequence, String> what) {
    return String.join(
        "\nUNION ALL ",
        IntStream.range(0, some.size())
            .mapToObj(i -> select.formatted(i, what.apply(some.get(i))))
            .toList());
  }

  private String literal(Sequence sequence) {
    return dialect.literal(dialect.qualified(sequence.name()));
  }

  /** Nothing if no sequence has to move. */
  void write(Script script) {
    Map<Sequence, String> statements = new LinkedHashMap<>();
    fed.keySet().forEach(s -> statement(s).ifPresent(sql -> statements.put(s, sql)));
    if (statements.isEmpty() && unread.isEmpty()) {
      return;
    }
    script.heading("Counters go on behind the largest id, and behind where the source stands");
    if (!mysql() && !statements.isEmpty()) {
      script.comment(
          "Each by its own steps, so that one that keeps to a slot already stays in it.");
    }
    unread.forEach(s ->
        script.comment(
            s.name() + ": you may not read where it stands, GRANT SELECT ON SEQUENCE first."));
    statements.values().forEach(sql -> script.blank().statement(sql));
  }

  private Optional<String> statement(Sequence sequence) {
    String stands = this.stands.get(sequence);
    if (mysql()) {
      return Optional.ofNullable(stands)
          .map(next -> "DO SETVAL(" + part.name(sequence.name()) + ", " + next + ", 0)");
    }
    List<String> ends = new ArrayList<>();
    Optional.ofNullable(stands).ifPresent(ends::add);
    ends.addAll(fed.getOrDefault(sequence, List.of()));
    return ends.isEmpty() ? Optional.empty() : Optional.of(moved(sequence, ends));
  }

  private String moved(Sequence sequence, List<String> ends) {
    return """
    SELECT pg_catalog.setval({name}, CAST(v.last AS bigint)) FROM (
      SELECT seqmin, seqmax,
        seqstart + floor((CAST({last} AS numeric) - seqstart) / seqincrement) * seqincrement AS last
      FROM pg_catalog.pg_sequence WHERE seqrelid = CAST({name} AS regclass)) v
    WHERE v.last BETWEEN v.seqmin AND v.seqmax\
    """
        .replace("{last}", (up(sequence) ? "GREATEST(" : "LEAST(") + String.join(", ", ends) + ")")
        .replace("{name}", literal(sequence));
  }
}
