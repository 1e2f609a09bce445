package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.UniqueKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A type column and an id column that together point at one of several tables. */
record TypePair(Table table, Column type, Column id) {

  /** One value of the type column and the table it means. */
  record Meaning(String value, Optional<Table> table) {}

  /** The one column by which rows of a table are told apart. */
  static Optional<String> key(Table table) {
    return table
        .rowIdentity()
        .map(UniqueKey::columns)
        .filter(c -> c.size() == 1)
        .map(List::getFirst);
  }

  /** True where the row's id is the parent's; ids of several kinds are often kept as text. */
  String leads(Sql sql, Table parent) {
    String key = key(parent).orElseThrow();
    return same(sql, parent, key, sql.column("p", key));
  }

  /** True where the row is of one of these types. */
  String holds(Sql sql, Collection<String> values) {
    String column = sql.column("t", type.name());
    String literals = values.stream().map(sql.dialect()::literal).collect(Collectors.joining(", "));
    return values.size() == 1 ? column + " = " + literals : column + " IN (" + literals + ")";
  }

  /** True where the row names something at all. */
  String named(Sql sql) {
    return sql.allSet("t", List.of(type.name(), id.name()));
  }

  /** The column of the pair's table by which a key leads to a type's table too. */
  Optional<String> keyBeside(Situation situation, Table parent) {
    List<Relation> keys =
        situation.graph().toParents(table.name()).stream()
            .filter(r -> r.declared() && r.parent().equals(parent.name()))
            .filter(r -> key(parent).map(List::of).filter(r.parentColumns()::equals).isPresent())
            .toList();
    return keys.size() == 1
        ? Optional.of(keys.getFirst().childColumns().getFirst())
        : Optional.empty();
  }

  /**
   * How many rows say something else by the pair than by the keys beside it? Empty unless each type
   * is a table to which there is a key.
   *
   * @param column the key column that leads to a table
   */
  Optional<Probe> disagreeing(
      Sql sql, List<Meaning> meanings, Function<Table, Optional<String>> column) {
    List<String> agreeing =
        meanings.stream()
            .flatMap(m ->
                m
                    .table()
                    .flatMap(t -> column.apply(t).map(c -> agrees(sql, m.value(), t, c)))
                    .stream())
            .toList();
    return meanings.isEmpty() || agreeing.size() < meanings.size()
        ? Optional.empty()
        : Optional.of(
            Probe.of(
                CheckCode.POLYMORPHIC_ASSOCIATION,
                "How many rows of %s say something else by %s and %s than by their keys?"
                    .formatted(table.name(), type.name(), id.name()),
                "SELECT COUNT(*) AS disagreeing\nFROM %s t\nWHERE %s AND NOT (\n  %s\n)"
                    .formatted(
                        sql.table(table.name()), named(sql), String.join("\n  OR ", agreeing))));
  }

  private String agrees(Sql sql, String value, Table parent, String column) {
    String same = same(sql, parent, key(parent).orElseThrow(), sql.column("t", column));
    return "(%s AND %s AND %s)"
        .formatted(holds(sql, List.of(value)), sql.allSet("t", List.of(column)), same);
  }

  private String same(Sql sql, Table parent, String key, String value) {
    String own = sql.column("t", id.name());
    boolean alike =
        parent.column(key).filter(c -> c.type().family() == id.type().family()).isPresent();
    String text = sql.dialect().product().isMySqlFamily() ? "char" : "text";
    return alike
        ? value + " = " + own
        : "CAST(%s AS %s) = CAST(%s AS %s)".formatted(value, text, own, text);
  }
}
