package dev.shardwright.risk;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Statements that change just the rows that a question finds, known there as {@code t}.
 *
 * @param joins what the condition and the new values need beside the table
 * @param where tells the rows
 */
record FoundRows(Sql sql, TableName table, List<String> joins, String where) {
  FoundRows {
    joins = List.copyOf(joins);
  }

  static FoundRows of(Situation situation, TableName table, List<String> joins, String where) {
    return new FoundRows(Sql.of(situation), table, joins, where);
  }

  /**
   * Gives columns of the rows other values.
   *
   * @param values an expression for each column, in a defined order
   */
  String set(Map<String, String> values) {
    List<String> sets = new ArrayList<>();
    List<String> found = new ArrayList<>();
    values.forEach((column, value) -> {
      String quoted = dialect().quote(column);
      boolean here = mySqlFamily() || value.equals("NULL");
      String name = "v" + (found.size() + 1);
      sets.add((mySqlFamily() ? "t." : "") + quoted + " = " + (here ? value : "x." + name));
      if (!here) {
        found.add(", " + value + " AS " + name);
      }
    });
    return mySqlFamily()
        ? "UPDATE " + rows() + "\nSET " + String.join(", ", sets) + "\nWHERE " + where + ";"
        : "UPDATE %s t SET %s\nFROM %s;"
            .formatted(sql.table(table), String.join(", ", sets), places(String.join("", found)));
  }

  String delete() {
    return mySqlFamily()
        ? "DELETE t FROM " + rows() + "\nWHERE " + where + ";"
        : "DELETE FROM %s t\nUSING %s;".formatted(sql.table(table), places(""));
  }

  /** PostgreSQL cannot join what it changes, but can look its places up; parts count anew. */
  private String places(String more) {
    return "(\n  SELECT t.ctid AS place, t.tableoid AS part%s\n  FROM %s\n  WHERE %s\n) x\nWHERE t.ctid = x.place AND t.tableoid = x.part"
        .formatted(more, rows().replace("\n", "\n  "), where.replace("\n", "\n  "));
  }

  private String rows() {
    return sql.table(table) + " t" + String.join("", joins.stream().map(j -> "\n" + j).toList());
  }

  private boolean mySqlFamily() {
    return dialect().product().isMySqlFamily();
  }

  private Dialect dialect() {
    return sql.dialect();
  }
}
