package dev.shardwright.risk;

import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.HashMap;
import java.util.Map;

/** The prefix of every table's columns, found once. */
final class ColumnPrefixes {
  private final Map<TableName, ColumnPrefix> byTable = new HashMap<>();

  ColumnPrefixes(Schema schema) {
    schema.tables().forEach(table -> byTable.put(table.name(), ColumnPrefix.of(table)));
  }

  ColumnPrefix of(Table table) {
    return byTable.getOrDefault(table.name(), ColumnPrefix.NONE);
  }
}
