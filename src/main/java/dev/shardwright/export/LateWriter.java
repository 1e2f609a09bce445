package dev.shardwright.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the UPDATEs that set keys once all rows are there. */
final class LateWriter {
  private static final int ROWS = 500;

  private final DataTable table;
  private final List<DataColumn> keys;
  private final List<DataColumn> values;
  private final Appendable out;
  private final Utf8Buffer text = new Utf8Buffer();
  private final Literals literals;
  private final boolean mysql;
  private int rows;

  LateWriter(DataTable table, DataTable.Late late, Appendable out) {
    this.table = table;
    this.out = out;
    keys = table.key().stream().map(table::column).toList();
    values = late.columns().stream().map(table::column).toList();
    literals = Literals.of(table.dialect());
    mysql = table.dialect().product().isMySqlFamily();
  }

  void row(RowText row) throws IOException {
    if (rows == 0) {
      text.add(
          "UPDATE " + only() + table.target() + " t" + (mysql ? " JOIN" : "\n" + set() + "\nFROM"));
      text.add(mysql ? " (\n" : " (VALUES\n");
    } else {
      text.add(mysql ? " UNION ALL\n" : ",\n");
    }
    text.add(mysql ? "  SELECT " : "  (");
    int column = 0;
    for (DataColumn each : all()) {
      text.add(column == 0 ? "" : ", ");
      literals.value(text, row, column, each.form());
      text.add(mysql && rows == 0 ? " AS " + name(column) : "");
      column++;
    }
    text.add(mysql ? "" : ")");
    if (++rows == ROWS) {
      end();
    }
  }

  void end() throws IOException {
    if (rows > 0) {
      text.add(
          "\n) v" + (mysql ? " ON " + matched() + "\n" + set() : names() + "\nWHERE " + matched()));
      text.add(";\n");
      text.flush(out);
      rows = 0;
    }
  }

  private String only() {
    return table.source().startsWith("ONLY ") ? "ONLY " : "";
  }

  private List<DataColumn> all() {
    List<DataColumn> all = new ArrayList<>(keys);
    all.addAll(values);
    return all;
  }

  private String name(int column) {
    return column < keys.size() ? "k" + (column + 1) : "c" + (column - keys.size() + 1);
  }

  private String names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < keys.size() + values.size(); i++) {
      names.add(name(i));
    }
    return " (" + String.join(", ", names) + ")";
  }

  private String matched() {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      terms.add("t." + quoted(keys.get(i)) + " = " + value(keys.get(i), i));
    }
    return String.join(" AND ", terms);
  }

  private String set() {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      terms.add(
          (mysql ? "t." : "")
              + quoted(values.get(i))
              + " = "
              + value(values.get(i), keys.size() + i));
    }
    if (mysql) {
      // what a row was last changed at is data too
      table.columns().stream()
          .filter(c -> c.column().onUpdateSql().isPresent())
          .forEach(c -> terms.add("t." + quoted(c) + " = t." + quoted(c)));
    }
    return "SET " + terms.stream().collect(Collectors.joining(", "));
  }

  private String value(DataColumn column, int at) {
    String value = "v." + name(at);
    return mysql ? value : "CAST(" + value + " AS " + column.column().type().sql() + ")";
  }

  private String quoted(DataColumn column) {
    return table.dialect().quote(column.column().name());
  }
}
