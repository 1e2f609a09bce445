package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Living with loops: a copy writes the rows without the references that close the loop and sets
 * these when all rows are there.
 *
 * <p>The statements only read: the rows of the first pass, and of the second one UPDATE a row,
 * written out for the shard.
 */
final class TwoPasses {
  private TwoPasses() {}

  /**
   * The remedy of a finding.
   *
   * @param later nullable keys that are set by the second pass; all relations of the finding are
   *     {@code about}
   */
  static Remedy remedy(
      Situation situation,
      CheckCode check,
      TableName place,
      List<Relation> about,
      List<Relation> later) {
    String title =
        "Keep it and copy in two passes: "
            + Names.columns(later)
            + (later.size() == 1 ? " is" : " are")
            + " left empty first and set afterwards";
    Decision keep =
        new Decision.FindingState(
            check.name(),
            place,
            about.stream().map(Relation::id).toList(),
            List.of(),
            Decision.FindingState.State.ACCEPTED,
            Optional.of("copied in two passes"),
            Optional.empty());
    List<Pass> passes = passes(situation, later);
    return passes.isEmpty()
        ? Remedy.decide(title, keep)
        : Remedy.told(title, () -> statements(passes), keep);
  }

  private static String statements(List<Pass> passes) {
    return passes.stream()
        .flatMap(pass -> Stream.of(pass.first(), pass.second()))
        .collect(Collectors.joining("\n\n"));
  }

  /** A pass for each table; none where a row of the second pass could not be told from another. */
  private static List<Pass> passes(Situation situation, List<Relation> later) {
    Map<TableName, Set<String>> byTable = new LinkedHashMap<>();
    for (Relation r : later) {
      byTable.computeIfAbsent(r.child(), t -> new LinkedHashSet<>()).addAll(r.childColumns());
    }
    List<Pass> passes = new ArrayList<>();
    for (Map.Entry<TableName, Set<String>> one : byTable.entrySet()) {
      Optional<Table> table = situation.table(one.getKey());
      Optional<List<String>> key = table.flatMap(Table::rowIdentity).map(UniqueKey::columns);
      if (table.isEmpty() || key.isEmpty()) {
        return List.of();
      }
      passes.add(new Pass(Sql.of(situation), table.get(), key.get(), open(table.get(), one)));
    }
    return passes;
  }

  /** Columns that may be NULL: a key is not followed once one of its columns is. */
  private static List<String> open(Table table, Map.Entry<TableName, Set<String>> one) {
    return one.getValue().stream()
        .filter(c -> table.column(c).filter(Column::nullable).isPresent())
        .toList();
  }

  /** Both passes over one table. */
  private record Pass(Sql sql, Table table, List<String> key, List<String> later) {
    String first() {
      List<String> columns =
          table.columns().stream()
              .filter(c -> c.generated().isEmpty())
              .map(c -> later.contains(c.name()) ? empty(c.name()) : sql.column("t", c.name()))
              .toList();
      return "-- First pass: the rows of %s as they are inserted on the shard.\nSELECT %s\nFROM %s t;"
          .formatted(table.name(), String.join(", ", columns), sql.table(table.name()));
    }

    private String empty(String column) {
      return "NULL AS " + dialect().quote(column);
    }

    String second() {
      String set =
          later.stream()
              .map(c -> sql.column("t", c) + " IS NOT NULL")
              .reduce((a, b) -> a + " OR " + b)
              .orElseThrow();
      return "-- Second pass: a statement for each row, to run when all rows are there.\nSELECT %s AS second_pass\nFROM %s t\nWHERE %s;"
          .formatted(update(), sql.table(table.name()), set);
    }

    private String update() {
      List<String> pieces = new ArrayList<>();
      pieces.add("UPDATE " + dialect().quote(table.name().name()) + " SET ");
      pairs(later, ", ", pieces);
      pieces.set(pieces.size() - 1, pieces.getLast() + " WHERE ");
      pairs(key, " AND ", pieces);
      pieces.set(pieces.size() - 1, pieces.getLast() + ";");
      List<String> terms = new ArrayList<>();
      for (int i = 0; i < pieces.size(); i++) {
        terms.add(i % 2 == 0 ? dialect().literal(pieces.get(i)) : pieces.get(i));
      }
      return "CONCAT(" + String.join(", ", terms) + ")";
    }

    /** Text and value by turns: the odd pieces are expressions. */
    private void pairs(List<String> columns, String between, List<String> pieces) {
      for (int i = 0; i < columns.size(); i++) {
        String text = (i == 0 ? "" : between) + dialect().quote(columns.get(i)) + " = ";
        pieces.set(pieces.size() - 1, pieces.getLast() + text);
        pieces.add(quoted(sql.column("t", columns.get(i))));
        pieces.add("");
      }
    }

    private String quoted(String value) {
      return dialect().product().isMySqlFamily()
          ? "QUOTE(" + value + ")"
          : "quote_nullable(" + value + ")";
    }

    private Dialect dialect() {
      return sql.dialect();
    }
  }
}
