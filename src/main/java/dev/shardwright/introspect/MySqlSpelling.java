package dev.shardwright.introspect;

import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a key's names the spelling of the tables and columns themselves: the server compares
 * columns, and on some file systems tables, without regard to case and keeps a key as it was typed.
 */
record MySqlSpelling(Map<TableName, Table> exact, Map<TableName, TableName> folded) {

  static MySqlSpelling of(List<Table> tables, Answers answers) {
    Map<TableName, Table> exact = new HashMap<>();
    Map<TableName, TableName> folded = new HashMap<>();
    boolean fold =
        answers.query("SELECT @@lower_case_table_names", row -> row.at(1).orElse("0")).stream()
            .noneMatch("0"::equals);
    for (Table table : tables) {
      exact.put(table.name(), table);
      if (fold) {
        folded.put(lower(table.name()), table.name());
      }
    }
    return new MySqlSpelling(exact, folded);
  }

  private static TableName lower(TableName name) {
    return new TableName(
        name.schema().toLowerCase(Locale.ROOT), name.name().toLowerCase(Locale.ROOT));
  }

  List<Relation> relations(List<Relation> relations) {
    return relations.stream().map(this::relation).toList();
  }

  private Relation relation(Relation r) {
    TableName child = table(r.child());
    TableName parent = table(r.parent());
    List<String> childColumns = columns(child, r.childColumns());
    boolean nullable =
        Optional.ofNullable(exact.get(child))
            .map(table -> table.anyNullable(childColumns))
            .orElse(r.nullable());
    return r.between(child, childColumns, parent, columns(parent, r.parentColumns()))
        .nullable(nullable);
  }

  private TableName table(TableName name) {
    return exact.containsKey(name) ? name : folded.getOrDefault(lower(name), name);
  }

  private List<String> columns(TableName name, List<String> columns) {
    return Optional.ofNullable(exact.get(name))
        .map(table -> columns.stream().map(column -> column(table, column)).toList())
        .orElse(columns);
  }

  private static String column(Table table, String name) {
    return table.columns().stream()
        .map(Column::name)
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElse(name);
  }
}
