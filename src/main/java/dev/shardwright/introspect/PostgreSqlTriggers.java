package dev.shardwright.introspect;

import dev.shardwright.model.Names;
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
        t.tgenabled::text AS state,
        pg_catalog.obj_description(t.oid, 'pg_trigger') AS comment, pn.nspname AS function_schema, p.proname, l.lanname,
        p.prosrc, pg_catalog.pg_get_triggerdef(t.oid) AS definition
      FROM pg_catalog.pg_trigger t
      JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
      JOIN pg_catalog.pg_class r ON r.oid =
        CASE WHEN c.relispartition THEN pg_catalog.pg_partition_root(c.oid) ELSE c.oid END
      JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
      JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
      JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace
      JOIN pg_catalog.pg_language l ON l.oid = p.prolang
      WHERE NOT t.tgisinternal AND @ORIGINAL@ AND c.relkind IN ('r', 'p')
        AND n.nspname IN (@SCHEMAS@)
      ORDER BY n.nspname, r.relname, t.tgname, c.relname\
      """;

  private static final String RULES =
      """
      SELECT n.nspname AS schema_name, c.relname AS table_name, w.rulename,
        w.is_instead, w.ev_type::text AS event, w.ev_enabled::text AS state,
        pg_catalog.obj_description(w.oid, 'pg_rewrite') AS comment,
        pg_catalog.pg_get_ruledef(w.oid) AS definition
      FROM pg_catalog.pg_rewrite w
      JOIN pg_catalog.pg_class c ON c.oid = w.ev_class
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE w.rulename <> '_RETURN' AND c.relkind IN ('r', 'p') AND n.nspname IN (@SCHEMAS@)
      ORDER BY n.nspname, c.relname, w.rulename\
      """;

  private final Map<TableName, List<Trigger>> byTable = new LinkedHashMap<>();

  private PostgreSqlTriggers() {}

  static PostgreSqlTriggers read(Asking asking) {
    PostgreSqlTriggers triggers = new PostgreSqlTriggers();
    String original = asking.version() >= 130000 ? "t.tgparentid = 0" : "NOT c.relispartition";
    asking
        .rows(TRIGGERS.replace("@ORIGINAL@", original), PostgreSqlTriggers::trigger)
        .forEach(triggers::add);
    asking.rows(RULES, PostgreSqlTriggers::rule).forEach(triggers::add);
    return triggers;
  }

  List<Trigger> of(TableName table) {
    return byTable.getOrDefault(table, List.of());
  }

  private void add(Trigger trigger) {
    byTable.computeIfAbsent(trigger.table(), t -> new ArrayList<>()).add(trigger);
  }

  // PostgreSQL manual, pg_trigger.tgenabled
  private static Optional<String> firing(Row row) throws SQLException {
    return switch (row.text("state")) {
      case "R" -> Optional.of("REPLICA");
      case "A" -> Optional.of("ALWAYS");
      default -> Optional.empty();
    };
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
        !row.text("state").equals("D"),
        Optional.of(Names.join(row.text("function_schema"), row.text("proname"))),
        row.text("lanname"),
        row.optional("prosrc"),
        row.optional("definition"),
        Set.of(),
        firing(row),
        row.optional("comment"));
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
        !row.text("state").equals("D"),
        Optional.empty(),
        "sql",
        row.optional("definition"),
        row.optional("definition"),
        Set.of(),
        firing(row),
        row.optional("comment"));
  }
}
