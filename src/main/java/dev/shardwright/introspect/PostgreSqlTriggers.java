package dev.shardwright.introspect;

import dev.shardwright.model.Names;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's triggers with the source of their functions, and its rewrite rules. */
final class PostgreSqlTriggers {
  private static final String TRIGGERS =
      """
      SELECT n.nspname AS schema_name, r.relname AS table_name, t.tgname, t.tgtype,
        t.tgenabled <> 'D' AS enabled, pn.nspname AS function_schema, p.proname, l.lanname,
        p.prosrc, pg_catalog.pg_get_triggerdef(t.oid) AS definition, c.relkind = 'v' AS on_view
      FROM pg_catalog.pg_trigger t
      JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
      JOIN pg_catalog.pg_class r ON r.oid =
        CASE WHEN c.relispartition THEN pg_catalog.pg_partition_root(c.oid) ELSE c.oid END
      JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
      JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
      JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace
      JOIN pg_catalog.pg_language l ON l.oid = p.prolang
      WHERE NOT t.tgisinternal AND @ORIGINAL@ AND c.relkind IN ('r', 'p', 'v')
        AND n.nspname IN (@SCHEMAS@)
      ORDER BY n.nspname, r.relname, t.tgname, c.relname\
      """;

  private static final String RULES =
      """
      SELECT n.nspname AS schema_name, c.relname AS table_name, w.rulename,
        w.is_instead, w.ev_type::text AS event, w.ev_enabled <> 'D' AS enabled,
        pg_catalog.pg_get_ruledef(w.oid) AS definition, c.relkind = 'v' AS on_view
      FROM pg_catalog.pg_rewrite w
      JOIN pg_catalog.pg_class c ON c.oid = w.ev_class
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE w.rulename <> '_RETURN' AND c.relkind IN ('r', 'p', 'v') AND n.nspname IN (@SCHEMAS@)
      ORDER BY n.nspname, c.relname, w.rulename\
      """;

  private final Map<TableName, List<Trigger>> byTable = new LinkedHashMap<>();
  private final List<Skipped> onViews = new ArrayList<>();

  private PostgreSqlTriggers() {}

  static PostgreSqlTriggers read(Asking asking) {
    PostgreSqlTriggers triggers = new PostgreSqlTriggers();
    String original = asking.version() >= 130000 ? "t.tgparentid = 0" : "NOT c.relispartition";
    asking
        .rows(
            TRIGGERS.replace("@ORIGINAL@", original),
            row -> Map.entry(trigger(row), row.flag("on_view")))
        .forEach(e -> triggers.add(e.getKey(), e.getValue()));
    asking
        .rows(RULES, row -> Map.entry(rule(row), row.flag("on_view")))
        .forEach(e -> triggers.add(e.getKey(), e.getValue()));
    return triggers;
  }

  List<Trigger> of(TableName table) {
    return byTable.getOrDefault(table, List.of());
  }

  /** Triggers and rules of views, which the plan has no place for. */
  List<Skipped> onViews() {
    return List.copyOf(onViews);
  }

  private void add(Trigger trigger, boolean onView) {
    if (onView) {
      onViews.add(
          new Skipped(
              trigger.definition().orElse(trigger.name()),
              "It belongs to the view " + trigger.table() + "; only those of tables are planned."));
    } else {
      byTable.computeIfAbsent(trigger.table(), t -> new ArrayList<>()).add(trigger);
    }
  }

  private static Trigger trigger(Row row) throws SQLException {
    int type = (int) row.number("tgtype");
    return new Trigger(
        Asking.table(row, "schema_name", "table_name"),
        row.text("tgname"),
        false,
        timing(type),
        events(type),
        (type & 1) != 0,
        row.flag("enabled"),
        Optional.of(Names.join(row.text("function_schema"), row.text("proname"))),
        row.text("lanname"),
        row.optional("prosrc"),
        row.optional("definition"),
        Set.of());
  }

  // PostgreSQL source, catalog/pg_trigger.h: the bits of tgtype.
  private static String timing(int type) {
    if ((type & 64) != 0) {
      return "INSTEAD OF";
    }
    return (type & 2) != 0 ? "BEFORE" : "AFTER";
  }

  private static List<String> events(int type) {
    List<String> events = new ArrayList<>();
    if ((type & 4) != 0) {
      events.add("INSERT");
    }
    if ((type & 16) != 0) {
      events.add("UPDATE");
    }
    if ((type & 8) != 0) {
      events.add("DELETE");
    }
    if ((type & 32) != 0) {
      events.add("TRUNCATE");
    }
    return events;
  }

  private static Trigger rule(Row row) throws SQLException {
    String event =
        switch (row.text("event")) {
          case "2" -> "UPDATE";
          case "3" -> "INSERT";
          case "4" -> "DELETE";
          default -> "SELECT";
        };
    return new Trigger(
        Asking.table(row, "schema_name", "table_name"),
        row.text("rulename"),
        true,
        row.flag("is_instead") ? "INSTEAD" : "ALSO",
        List.of(event),
        false,
        row.flag("enabled"),
        Optional.empty(),
        "sql",
        row.optional("definition"),
        row.optional("definition"),
        Set.of());
  }
}
