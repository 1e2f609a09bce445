package dev.shardwright.export;

import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;

/** Lengths of types for schemas written as text: {@code varchar_40} becomes varchar(40). */
final class MySqlTypes {
  private MySqlTypes() {}

  static Schema bracketed(Schema schema) {
    return Schema.of(
        schema.origin(),
        schema.tables().stream().map(MySqlTypes::bracketed).toList(),
        schema.relations());
  }

  private static Table bracketed(Table table) {
    return table.withColumns(table.columns().stream().map(MySqlTypes::bracketed).toList());
  }

  private static Column bracketed(Column column) {
    String sql = column.type().sql().replaceFirst("_(\\d+)$", "($1)");
    return new Column(
        column.name(),
        new ColumnType(sql, column.type().family()),
        column.nullable(),
        column.defaultSql(),
        column.generated(),
        column.identity(),
        column.onUpdateSql(),
        column.collation(),
        column.comment());
  }
}
