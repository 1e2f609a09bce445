package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The two questions about rows that several keys may give to several clients: how many, and which.
 *
 * <p>A row whose one owner is NULL violates nothing.
 */
record Connection(Probe counting, Probe sampling, Asked asked) {
  private static final int SAMPLE = 100;

  private static final Set<TypeFamily> SORTABLE =
      Set.of(TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.TEXT, TypeFamily.UUID);

  /** What the first question counted. */
  record Counted(long violating, long checked, boolean sample) {

    /** {@code 2 of 41 rows do}. */
    String words(String which) {
      return "%s of %s %s%s"
          .formatted(
              Figures.exact(violating),
              Figures.count(checked, "row"),
              which,
              violating == 1 ? "does" : "do");
    }
  }

  /** What both questions are made of. */
  static final class Asked {
    private final Sql sql;
    private final String from;
    private final Supplier<List<Ascent>> leading;
    private final List<String> rowKey;
    private @Nullable List<Ascent> found;

    private Asked(Sql sql, String from, Supplier<List<Ascent>> leading, List<String> rowKey) {
      this.sql = sql;
      this.from = from;
      this.leading = leading;
      this.rowKey = rowKey;
    }

    /** The ways to the owners that are compared, written when first asked for. */
    List<Ascent> owners() {
      List<Ascent> all = found;
      if (all == null) {
        all = List.copyOf(leading.get());
        found = all;
      }
      return all;
    }

    List<String> rowKey() {
      return rowKey;
    }

    String counting() {
      List<String> both = pairs((a, b) -> "(" + a.present() + " AND " + b.present() + ")");
      return "SELECT COUNT(*) AS checked_rows,\n  COALESCE(SUM(CASE WHEN "
          + violating()
          + " THEN 1 ELSE 0 END), 0) AS violating_rows\n"
          + from()
          + "\nWHERE "
          + String.join(" OR ", both);
    }

    String sampling() {
      String keys = sql.columns("t", rowKey);
      return "SELECT %s\n%s\nWHERE %s\nORDER BY %s\nLIMIT %d"
          .formatted(keys, from(), violating(), keys, SAMPLE);
    }

    /** True in SQL where a row, known as {@code t}, belongs to several clients. */
    String violating() {
      return String.join(" OR ", pairs(Ascent::differs));
    }

    private String from() {
      return "FROM " + from + joins().stream().map(j -> "\n" + j).collect(Collectors.joining());
    }

    List<String> joins() {
      return owners().stream().flatMap(o -> o.joins().stream()).distinct().toList();
    }

    private List<String> pairs(BiFunction<Ascent, Ascent, String> term) {
      List<String> terms = new ArrayList<>();
      for (int i = 0; i < owners().size(); i++) {
        for (int j = i + 1; j < owners().size(); j++) {
          terms.add(term.apply(owners().get(i), owners().get(j)));
        }
      }
      return terms;
    }
  }

  static Connection of(Situation situation, CheckCode code, TableName table, List<Ascent> owners) {
    return of(situation, code, table, () -> owners);
  }

  /** With ways that are known to be there, but not yet written. */
  static Connection of(
      Situation situation, CheckCode code, TableName table, Supplier<List<Ascent>> owners) {
    List<String> rowKey =
        situation
            .table(table)
            .flatMap(Table::rowIdentity)
            .map(UniqueKey::columns)
            .orElse(situation.table(table).map(Connection::allColumns).orElse(List.of()));
    Asked asked = new Asked(Sql.of(situation), Sample.from(situation, table), owners, rowKey);
    Probe counting =
        Probe.of(
            code,
            () -> "How many rows of " + table + " belong to more than one client?",
            asked::counting);
    Probe sampling =
        Probe.of(
            code,
            () -> "Which rows of " + table + " belong to more than one client?",
            asked::sampling);
    return new Connection(counting.sampled(Sample.of(situation, table)), sampling, asked);
  }

  Optional<Counted> counted(Situation situation) {
    return situation
        .answer(counting)
        .map(a ->
            new Counted(
                a.number("violating_rows"),
                a.number("checked_rows"),
                counting.sample().isPresent()));
  }

  Measured measured(Situation situation) {
    return counted(situation)
        .map(c -> Measured.counted(counting, figures(situation, c)))
        .orElseGet(() -> Measured.notRun(counting));
  }

  private Map<String, Object> figures(Situation situation, Counted counted) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("violatingRows", counted.violating());
    figures.put("checkedRows", counted.checked());
    figures.put("sampleKeys", situation.answer(sampling).map(this::keys).orElse(List.of()));
    return figures;
  }

  private List<String> keys(Evidence.Answer answer) {
    return answer.rows().stream()
        .map(row ->
            String.join(",", asked.rowKey().stream().map(c -> row.getOrDefault(c, "")).toList()))
        .toList();
  }

  private static List<String> allColumns(Table table) {
    return table.columns().stream()
        .filter(c -> SORTABLE.contains(c.type().family()))
        .map(Column::name)
        .toList();
  }
}
