package dev.shardwright.introspect;

import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Triggers of MySQL and MariaDB, in the order in which they run, with what held when made. */
final class MySqlTriggers {
  private static final String TRIGGERS =
      """
      SELECT EVENT_OBJECT_SCHEMA AS schema_name, EVENT_OBJECT_TABLE AS table_name,
        TRIGGER_SCHEMA, TRIGGER_NAME, ACTION_TIMING, EVENT_MANIPULATION, ACTION_STATEMENT,
        SQL_MODE, CHARACTER_SET_CLIENT, COLLATION_CONNECTION, DATABASE_COLLATION
      FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA IN (@SCHEMAS@)
      ORDER BY EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE, ACTION_TIMING DESC, EVENT_MANIPULATION,
        ACTION_ORDER\
      """;

  private MySqlTriggers() {}

  static Map<TableName, List<Trigger>> read(Asking asking, MySqlDefinitions definitions) {
    Map<TableName, List<Trigger>> byTable = new LinkedHashMap<>();
    for (Trigger trigger : asking.rows(TRIGGERS, MySqlTriggers::trigger)) {
      String quoted = MySqlNames.quoted(new TableName(trigger.table().schema(), trigger.name()));
      byTable
          .computeIfAbsent(trigger.table(), t -> new ArrayList<>())
          .add(
              trigger.with(
                  trigger.body(),
                  definitions
                      .show("TRIGGER", quoted, 3, "TRIGGER")
                      .map(MySqlDefinitions.Shown::text)));
    }
    return byTable;
  }

  private static Trigger trigger(Row row) throws SQLException {
    Set<String> settings = new LinkedHashSet<>();
    settings.add("sql_mode=" + row.optional("SQL_MODE").orElse(""));
    settings.add("character_set_client=" + row.text("CHARACTER_SET_CLIENT"));
    settings.add("collation_connection=" + row.text("COLLATION_CONNECTION"));
    settings.add("database_collation=" + row.text("DATABASE_COLLATION"));
    return Trigger.forEachRow(
        Asking.table(row, "schema_name", "table_name"),
        row.text("TRIGGER_NAME"),
        row.text("ACTION_TIMING"),
        row.text("EVENT_MANIPULATION"),
        row.optional("ACTION_STATEMENT"),
        Optional.empty(),
        settings);
  }
}
