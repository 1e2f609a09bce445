package dev.shardwright.export;

import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Relation;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
  private final ServerChecks server;

  ChecksFile(Plan plan, ExportOptions options, Script script) {
    this.plan = plan;
    this.options = options;
    this.script = script;
    dialect = Dialect.of(plan.schema().origin().product());
    mysql = dialect.product().isMySqlFamily();
    part = Part.of(plan, Side.SHARD);
    context = DataTables.context(plan);
    server = new ServerChecks(plan, options, script);
  }

  void write() {
    script
        .gap()
        .command(
            "Run it with:",
            ClientProgram.of(part).run("--batch", "-q -A -F ' '", "checks.sql", "shard_N.txt"))
        .comment(
            "Checks 1, 2 and 10 must print the same on all shards; 4 and 9 must say ok; 6 and 7"
                + " must end with 0 and name no row; 8 must print nothing.");
    session();
    equal();
    dispatch();
    server.slots();
    residues();
    orphans();
    ties();
    server.grants();
    server.room();
    server.drift();
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
    LookupNames.of(keys, dialect)
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
                        + LookupNames.written(name, dialect)
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
}
