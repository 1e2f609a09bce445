package dev.shardwright.export;

import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import java.util.stream.Collectors;

/** Checks 4 and 8 to 10 of planner.md 11.5: how a server is set up, whatever rows it holds. */
final class ServerChecks {
  private final Plan plan;
  private final ExportOptions options;
  private final Script script;
  private final Dialect dialect;
  private final boolean mysql;
  private final Part part;

  ServerChecks(Plan plan, ExportOptions options, Script script) {
    this.plan = plan;
    this.options = options;
    this.script = script;
    dialect = Dialect.of(plan.schema().origin().product());
    mysql = dialect.product().isMySqlFamily();
    part = Part.of(plan, Side.SHARD);
  }

  void slots() {
    script
        .heading("4: the slot of this server; on every replica too, and different on every shard")
        .blank();
    script.statement(
        mysql
            ? "SELECT '4 slot' AS check_name, @@global.auto_increment_increment AS increment,"
                + " @@global.auto_increment_offset AS slot,\n  IF(@@global.auto_increment_increment"
                + " = "
                + options.slots()
                + " AND @@global.auto_increment_offset <= "
                + options.slots()
                + ", 'ok', 'WRONG') AS verdict"
            : "SELECT '4 slot' AS check_name, schemaname, sequencename, increment_by, start_value %"
                + " increment_by AS slot,\n  CASE WHEN increment_by % "
                + options.slots()
                + " = 0 AND (COALESCE(last_value, start_value) - start_value) % increment_by = 0"
                + " THEN 'ok' ELSE 'WRONG' END AS verdict\nFROM pg_catalog.pg_sequences\nWHERE"
                + " schemaname IN ("
                + schemas()
                + ")"
                + PostgresSlots.besides(plan)
                + "\nORDER BY schemaname, sequencename");
  }

  private String schemas() {
    return plan.schema().origin().schemas().stream()
        .map(dialect::literal)
        .collect(Collectors.joining(", "));
  }

  void grants() {
    script
        .heading("8: who may write context tables; only the context manager and the owner")
        .blank();
    String tables =
        plan.schema().tables().stream()
            .map(Table::name)
            .filter(name -> plan.kind(name) == Kind.CONTEXT)
            .map(TableName::name)
            .distinct()
            .map(dialect::literal)
            .collect(Collectors.joining(", "));
    if (tables.isEmpty()) {
      script.comment("There are no context tables.");
      return;
    }
    String others =
        mysql
            ? "NOT LIKE '\\\'" + GrantsFile.CONTEXT_MANAGER + "\\\'@%'"
            : "<> '"
                + GrantsFile.CONTEXT_MANAGER
                + "' AND p.grantee <> (SELECT o.tableowner FROM pg_catalog.pg_tables o WHERE"
                + " o.schemaname = p.table_schema AND o.tablename = p.table_name)";
    script.statement(
        "SELECT '8 grants' AS check_name, p.table_name, p.grantee, p.privilege_type\nFROM (\n"
            + granted("table")
            + "\n  UNION\n" // a right to one column is a right to write
            + granted("column")
            + "\n) p\nWHERE p.grantee "
            + others
            + "\n  AND p.table_schema "
            + in()
            + " AND p.table_name IN ("
            + tables
            + ")\n  AND p.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')\nORDER BY"
            + " p.table_name, p.grantee, p.privilege_type");
    if (mysql) {
      script.statement(
          "SELECT '8 grants' AS check_name, '(all tables)' AS table_name, grantee,"
              + " privilege_type\nFROM information_schema.schema_privileges\nWHERE table_schema "
              + in()
              + " AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE')\nORDER BY"
              + " grantee, privilege_type");
    }
  }

  private static String granted(String what) {
    return "  SELECT table_schema, table_name, grantee, privilege_type FROM information_schema."
        + what
        + "_privileges";
  }

  void room() {
    script.heading("9: room left in the counters").blank();
    for (SlotColumn id : SlotColumn.of(plan)) {
      String name = "t." + dialect.quote(id.column().name());
      dialect
          .integerType(id.type())
          .ifPresent(type ->
              script.statement(
                  "SELECT '9 room' AS check_name, "
                      + dialect.literal(id.table().name().name())
                      + " AS table_name, MAX("
                      + name
                      + ") AS largest,\n  CASE WHEN COALESCE(MAX("
                      + name
                      + "), 0) < "
                      + type.max().shiftRight(1)
                      + " THEN 'ok' ELSE 'MORE THAN HALF IS USED' END AS verdict\nFROM "
                      + part.name(id.table().name())
                      + " t"));
    }
  }

  void drift() {
    script.heading("10: the structure as one sum for each kind; equal on all shards").blank();
    Target newest = new Target(dialect.product(), Integer.MAX_VALUE, 0, 0);
    Target server = Target.of(plan.schema().origin(), options.targetVersion()).orElse(newest);
    script.statement(new StructureSum(server, in()).statement());
  }

  /** The databases or schemas that make this shard, for a condition. */
  private String in() {
    return mysql && !part.qualified() ? "= DATABASE()" : "IN (" + schemas() + ")";
  }
}
