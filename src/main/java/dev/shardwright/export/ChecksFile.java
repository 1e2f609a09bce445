package dev.shardwright.export;

import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The checks of planner.md 11.5, numbered as there. */
final class ChecksFile {
  private static final Set<CheckCode> TIES =
      Set.of(CheckCode.CLIENT_CONNECTION, CheckCode.DIRECT_CONNECTION);

  private final Plan plan;
  private final ExportOptions options;
  private final Script script;
  private final Dialect dialect;
  private final boolean mysql;
  private final Part part;
  private final DataTables context;

  ChecksFile(Plan plan, ExportOptions options, Script script) {
    this.plan = plan;
    this.options = options;
    this.script = script;
    dialect = Dialect.of(plan.schema().origin().product());
    mysql = dialect.product().isMySqlFamily();
    part = Part.of(plan, Side.SHARD);
    context = DataTables.context(plan);
  }

  void write() {
    script
        .gap()
        .comment(
            "Run it with: "
                + ClientProgram.of(part).run("--batch", "-A -F ' '", "checks.sql", "shard_N.txt"))
        .comment(
            "Checks 1, 2 and 10 must print the same on all shards; 4 and 9 must say ok; 6 and 7"
                + " must end with 0 and name no row; 8 must print nothing.");
    session();
    equal();
    dispatch();
    slots();
    residues();
    orphans();
    ties();
    grants();
    room();
    drift();
    script.blank().statement("COMMIT");
  }

  private void session() {
    script.heading("Settings of the session").blank();
    SqlSession.reading(mysql).forEach(script::statement);
  }

  private void equal() {
    script
        .heading(
            "1 and 2: context tables, and the shared rows of mixed tables, equal on all shards")
        .blank();
    for (DataTable table : context.tables()) {
      script.statement(
          "SELECT '"
              + (table.condition().isPresent() ? "2 shared rows" : "1 context")
              + "' AS check_name, "
              + dialect.literal(table.table().name().name())
              + " AS table_name, COUNT(*) AS row_count,\n  "
              + Checksums.of(table.columns(), mysql)
              + " AS checksum\nFROM "
              + only(table)
              + table.target()
              + " t"
              + table.condition().map(c -> "\nWHERE " + part.here(c)).orElse(""));
    }
  }

  private static String only(DataTable table) {
    return table.source().startsWith("ONLY ") ? "ONLY " : "";
  }

  /** The clients of a shard as one sum, which dispatch can compute for each shard. */
  private void dispatch() {
    script.heading("3: every client is where dispatch says").blank();
    DispatchKeys keys;
    try {
      keys = DispatchKeys.of(plan);
    } catch (UserError e) {
      script.comment(e.sentence());
      return;
    }
    script.statement(
        "SELECT '3 clients' AS check_name, COUNT(*) AS clients, "
            + sum("t." + dialect.quote(keys.client().name()))
            + " AS checksum\nFROM "
            + part.name(keys.root().name())
            + " t");
    script
        .comment("On dispatch this prints the same two figures for every shard:")
        .commentedOut(
            "SELECT t.shard_no, COUNT(*) AS clients, "
                + sum("t.client_id")
                + " AS checksum\n"
                + "FROM client_dispatch t\n"
                + "GROUP BY t.shard_no\n"
                + "ORDER BY t.shard_no;");
    DispatchFile.tableNames(keys, dialect)
        .forEach((lookup, name) -> {
          if (lookup.columns().size() == 1) {
            String column = "t." + dialect.quote(lookup.columns().getFirst().name());
            script.statement(
                "SELECT '3 "
                    + name.replace("'", "''")
                    + "' AS check_name, COUNT("
                    + column
                    + ") AS row_count, "
                    + sum(column)
                    + " AS checksum\nFROM "
                    + part.name(lookup.table().name())
                    + " t\nWHERE "
                    + column
                    + " IS NOT NULL");
            script
                .comment("The same on dispatch, summed over all shards:")
                .commentedOut(
                    "SELECT COUNT(*), "
                        + sum("t.value")
                        + " FROM "
                        + DispatchFile.named(name, dialect)
                        + " t;");
          }
        });
  }

  private String sum(String column) {
    return mysql
        ? "COALESCE(SUM(CAST(CONV(LEFT(SHA2(CONVERT("
            + column
            + " USING utf8mb4), 256), 15), 16, 10) AS UNSIGNED)), 0)"
        : "COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(concat("
            + column
            + "), 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0)";
  }

  private void slots() {
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
                + " = 0 THEN 'ok' ELSE 'WRONG' END AS verdict\nFROM pg_catalog.pg_sequences\nWHERE"
                + " schemaname IN ("
                + schemas()
                + ")\nORDER BY schemaname, sequencename");
  }

  private String schemas() {
    return plan.schema().origin().schemas().stream()
        .map(dialect::literal)
        .collect(Collectors.joining(", "));
  }

  private void residues() {
    script
        .heading("5: the slots that ids came from, to look at: rows that moved here keep their own")
        .blank();
    for (SlotColumn id : SlotColumn.of(plan)) {
      if (plan.kind(id.table().name()) == Kind.CLIENT) {
        String slot = "MOD(t." + dialect.quote(id.column().name()) + ", " + options.slots() + ")";
        script.statement(
            "SELECT '5 ids' AS check_name, "
                + dialect.literal(id.table().name().name())
                + " AS table_name, "
                + slot
                + " AS slot, COUNT(*) AS row_count\nFROM "
                + part.name(id.table().name())
                + " t\nGROUP BY "
                + slot
                + "\nORDER BY "
                + slot);
      }
    }
  }

  private void orphans() {
    script.heading("6: rows whose virtual relation leads nowhere").blank();
    List<Relation> unguarded =
        plan.relations().stream()
            .filter(planned -> !planned.cut())
            .map(PlannedRelation::relation)
            .filter(r -> !r.enforced() && part.holds(r.child()) && part.holds(r.parent()))
            .toList();
    unguarded.forEach(r -> script.statement(orphans(r)));
    if (unguarded.isEmpty()) {
      script.comment("A constraint guards every relation.");
    }
  }

  private String orphans(Relation r) {
    List<String> set = new ArrayList<>();
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < r.childColumns().size(); i++) {
      String child = "t." + dialect.quote(r.childColumns().get(i));
      set.add(child + " IS NOT NULL");
      joined.add("p." + dialect.quote(r.parentColumns().get(i)) + " = " + child);
    }
    r.discriminator()
        .ifPresent(
            d -> set.add("t." + dialect.quote(d.column()) + " = " + dialect.literal(d.value())));
    return "SELECT '6 orphans' AS check_name, "
        + dialect.literal(r.id())
        + " AS relation, COUNT(*) AS orphans\nFROM "
        + part.name(r.child())
        + " t\nWHERE "
        + String.join(" AND ", set)
        + "\n  AND NOT EXISTS (SELECT 1 FROM "
        + part.name(r.parent())
        + " p WHERE "
        + String.join(" AND ", joined)
        + ")";
  }

  /** The questions of the plan's own checks. */
  private void ties() {
    script.heading("7: rows of two clients").blank();
    List<Probe> asked =
        plan.probes().stream().filter(probe -> TIES.contains(probe.check())).toList();
    asked.forEach(probe -> script.statement(named(probe)));
    if (asked.isEmpty()) {
      script.comment("The plan knows no relations through which a row could have two.");
    }
  }

  private String named(Probe probe) {
    return "SELECT '7 two clients' AS check_name, "
        + dialect.literal(probe.question())
        + " AS question, x.*\nFROM (\n"
        + part.here(probe.sql()).indent(2)
        + ") x";
  }

  private void grants() {
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
        "SELECT '8 grants' AS check_name, p.table_name, p.grantee, p.privilege_type\nFROM"
            + " information_schema.table_privileges p\nWHERE p.grantee "
            + others
            + "\n  AND p.table_schema "
            + (mysql ? "= DATABASE()" : "IN (" + schemas() + ")")
            + " AND p.table_name IN ("
            + tables
            + ")\n  AND p.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')\nORDER BY"
            + " p.table_name, p.grantee, p.privilege_type");
    if (mysql) {
      script.statement(
          "SELECT '8 grants' AS check_name, '(all tables)' AS table_name, grantee,"
              + " privilege_type\nFROM information_schema.schema_privileges\nWHERE table_schema ="
              + " DATABASE() AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE')\nORDER BY"
              + " grantee, privilege_type");
    }
  }

  private void room() {
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

  private void drift() {
    script.heading("10: the structure as one sum, equal on all shards").blank();
    if (mysql) {
      script.statement(
          "SELECT '10 structure' AS check_name, COUNT(*) AS columns_there, "
              + "COALESCE(SUM(CAST(CONV(LEFT(SHA2(CONCAT_WS('\\t', c.table_name, c.column_name,"
              + " c.column_type, c.is_nullable, COALESCE(c.column_default, '\\\\N'), c.extra,"
              + " c.column_key), 256), 15), 16, 10) AS UNSIGNED)), 0) AS checksum\nFROM"
              + " information_schema.columns c\nWHERE c.table_schema = DATABASE()");
    } else {
      script.statement(
          "SELECT '10 structure' AS check_name, COUNT(*) AS columns_there, "
              + "COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(concat_ws(E'\\t',"
              + " c.table_schema, c.table_name, c.column_name, c.data_type, c.is_nullable,"
              + " c.column_default, c.is_identity), 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS"
              + " bigint)), 0) AS checksum\nFROM information_schema.columns c\nWHERE c.table_schema"
              + " IN ("
              + schemas()
              + ")");
    }
  }
}
