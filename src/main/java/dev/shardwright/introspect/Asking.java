package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Catalog queries about some schemas, over one connection.
 *
 * <p>In the SQL {@code @SCHEMAS@} stands for the schemas' names as a list of strings.
 */
record Asking(Answers answers, List<String> schemas, Progress progress) {

  Asking {
    schemas = List.copyOf(schemas);
  }

  void step(String what, double fraction) {
    progress.check();
    progress.step(what, fraction);
  }

  Product product() {
    return answers.product();
  }

  int version() {
    return answers.server().number();
  }

  <T> List<T> rows(String sql, RowReader<T> reader) {
    progress.check();
    return answers.query(complete(sql), reader);
  }

  /** The answers to some questions of one kind. */
  <T> List<List<T>> all(List<String> sqls, RowReader<T> reader) {
    try {
      return sqls.isEmpty() ? List.of() : answers.tryAll(sqls, reader);
    } catch (java.sql.SQLException e) {
      throw answers.refused(e);
    }
  }

  /** Rows that belong to tables, by {@code schema_name} and {@code table_name}. */
  <T> Map<TableName, List<T>> byTable(String sql, RowReader<T> reader) {
    Map<TableName, List<T>> grouped = new LinkedHashMap<>();
    rows(sql, row -> Map.entry(table(row, "schema_name", "table_name"), reader.read(row)))
        .forEach(
            e -> grouped.computeIfAbsent(e.getKey(), t -> new ArrayList<>()).add(e.getValue()));
    return grouped;
  }

  static TableName table(Row row, String schema, String name) throws java.sql.SQLException {
    return new TableName(row.text(schema), row.text(name));
  }

  String complete(String sql) {
    return sql.replace("@SCHEMAS@", Dictionary.literals(schemas, product().isMySqlFamily()));
  }
}
