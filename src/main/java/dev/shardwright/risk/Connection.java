package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The two questions about rows that several keys may give to several clients: how many, and which.
 *
 * <p>A row whose one owner is NULL violates nothing.
 */
record Connection(Probe counting, Probe sampling, List<String> rowKey) {
  private static final int SAMPLE = 100;

  private static final Set<TypeFamily> SORTABLE =
      Set.of(TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.TEXT, TypeFamily.UUID);

  /** What the first question counted. */
  record Counted(long violating, long checked) {}

  static Connection of(Situation situation, CheckCode code, TableName table, List<Owner> owners) {
    Sql sql = new Sql(situation.dialect());
    Set<String> joins = new LinkedHashSet<>();
    owners.forEach(o -> joins.addAll(o.joins()));
    String from =
        "FROM "
            + sql.table(table)
            + " t"
            + joins.stream().map(j -> "\n" + j).reduce("", String::concat);
    List<String> violating = new ArrayList<>();
    List<String> both = new ArrayList<>();
    for (int i = 0; i < owners.size(); i++) {
      for (int j = i + 1; j < owners.size(); j++) {
        violating.add(owners.get(i).differs(owners.get(j)));
        both.add("(" + owners.get(i).present() + " AND " + owners.get(j).present() + ")");
      }
    }
    String bad = String.join(" OR ", violating);
    List<String> rowKey =
        situation
            .table(table)
            .flatMap(Table::rowIdentity)
            .map(UniqueKey::columns)
            .orElse(situation.table(table).map(Connection::allColumns).orElse(List.of()));
    String keys = sql.columns("t", rowKey);
    Probe counting =
        new Probe(
            code,
            "How many rows of " + table + " belong to more than one client?",
            """
            SELECT COUNT(*) AS checked_rows,
              COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS violating_rows
            %s
            WHERE %s\
            """
                .formatted(bad, from, String.join(" OR ", both)));
    Probe sampling =
        new Probe(
            code,
            "Which rows of " + table + " belong to more than one client?",
            "SELECT %s\n%s\nWHERE %s\nORDER BY %s\nLIMIT %d"
                .formatted(keys, from, bad, keys, SAMPLE));
    return new Connection(counting, sampling, rowKey);
  }

  Optional<Counted> counted(Situation situation) {
    return situation
        .answer(counting)
        .map(a -> new Counted(a.number("violating_rows"), a.number("checked_rows")));
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
        .map(row -> String.join(",", rowKey.stream().map(c -> row.getOrDefault(c, "")).toList()))
        .toList();
  }

  private static List<String> allColumns(Table table) {
    return table.columns().stream()
        .filter(c -> SORTABLE.contains(c.type().family()))
        .map(Column::name)
        .toList();
  }
}
