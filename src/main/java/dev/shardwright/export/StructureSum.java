package dev.shardwright.export;

import dev.shardwright.model.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the catalogs say of a shard's structure, counted and summed by kind, so that two shards that
 * have drifted apart differ in the line of what drifted. Counters differ by design and are left
 * out.
 *
 * @param server what reads the statement: older ones know less of themselves
 * @param schemas the condition on the schemas of the shard, behind the column's name
 */
record StructureSum(Target server, String schemas) {

  /** One kind of object: a text for each, and where they are read. */
  private record Kind(String name, String text, String from) {}

  String statement() {
    boolean mysql = server.product().isMySqlFamily();
    String sum =
        mysql
            ? "COALESCE(SUM(CAST(CONV(LEFT(SHA2(x.text, 256), 15), 16, 10) AS UNSIGNED)), 0)"
            : "COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(x.text, 'UTF8')),"
                + " 'hex'), 1, 15) AS bit(60)) AS bigint)), 0)";
    return "SELECT '10 structure' AS check_name, x.kind, COUNT(*) AS how_many, "
        + sum
        + " AS checksum\nFROM (\n"
        + (mysql ? mySql() : postgres())
            .stream()
                .map(kind ->
                    "  SELECT '"
                        + kind.name()
                        + "' AS kind, "
                        + (mysql ? "CONVERT(" + kind.text() + " USING utf8mb4)" : kind.text())
                        + " AS text\n  FROM "
                        + kind.from().replace("{schemas}", schemas))
                .collect(Collectors.joining("\n  UNION ALL\n"))
        + "\n) x\nGROUP BY x.kind\nORDER BY x.kind";
  }

  private static List<Kind> postgres() {
    String here = "n.nspname {schemas}";
    String table = "\n  JOIN pg_catalog.pg_class c ON c.oid = ";
    String schema = "\n  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace\n  WHERE " + here;
    return List.of(
        new Kind(
            "columns",
            "concat_ws(E'\\t', n.nspname, c.relname, c.relkind, a.attname, format_type(a.atttypid,"
                + " a.atttypmod), (SELECT l.collname FROM pg_catalog.pg_collation l"
                + " WHERE l.oid = a.attcollation), a.attnotnull,"
                + " a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid))",
            "pg_catalog.pg_attribute a"
                + table
                + "a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')\n"
                + "  LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum ="
                + " a.attnum"
                + schema
                + " AND a.attnum > 0 AND NOT a.attisdropped"),
        new Kind(
            "constraints",
            "concat_ws(E'\\t', n.nspname, c.relname, k.conname, k.convalidated,"
                + " pg_get_constraintdef(k.oid))",
            "pg_catalog.pg_constraint k" + table + "k.conrelid" + schema),
        new Kind(
            "indexes",
            "concat_ws(E'\\t', i.indisvalid, pg_get_indexdef(i.indexrelid))",
            "pg_catalog.pg_index i" + table + "i.indrelid AND c.relkind <> 't'" + schema),
        new Kind(
            "policies",
            "concat_ws(E'\\t', n.nspname, c.relname, p.polname, p.polcmd, p.polpermissive,"
                + " pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))",
            "pg_catalog.pg_policy p" + table + "p.polrelid" + schema),
        new Kind(
            "routines",
            "pg_get_functiondef(f.oid)",
            "pg_catalog.pg_proc f\n  JOIN pg_catalog.pg_namespace n ON n.oid = f.pronamespace\n"
                + "  WHERE "
                + here
                + " AND f.prokind IN ('f', 'p')"),
        new Kind(
            "triggers",
            "concat_ws(E'\\t', t.tgenabled, pg_get_triggerdef(t.oid))",
            "pg_catalog.pg_trigger t" + table + "t.tgrelid" + schema + " AND NOT t.tgisinternal"),
        new Kind(
            "views",
            "concat_ws(E'\\t', n.nspname, c.relname, pg_get_viewdef(c.oid))",
            "pg_catalog.pg_class c" + schema + " AND c.relkind IN ('v', 'm')"));
  }

  private List<Kind> mySql() {
    boolean mySql = server.product() == Product.MYSQL;
    List<Kind> kinds = new ArrayList<>();
    kinds.add(
        new Kind(
            "columns",
            "CONCAT_WS('\\t', c.table_name, c.column_name, c.column_type, c.collation_name,"
                + " c.is_nullable, COALESCE(c.column_default, '\\\\N'), c.extra,"
                + " c.generation_expression)",
            "information_schema.columns c\n  WHERE c.table_schema {schemas}"));
    kinds.add(
        new Kind(
            "foreign keys",
            "CONCAT_WS('\\t', k.table_name, k.constraint_name, k.ordinal_position, k.column_name,"
                + " k.referenced_table_name, k.referenced_column_name, r.update_rule,"
                + " r.delete_rule)",
            "information_schema.key_column_usage k\n"
                + "  JOIN information_schema.referential_constraints r ON r.constraint_schema ="
                + " k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name"
                + " = k.table_name\n"
                + "  WHERE k.table_schema {schemas}"));
    if (server.atLeast(mySql ? "8.0.16" : "10.3.10")) {
      kinds.add(
          new Kind(
              "checks",
              "CONCAT_WS('\\t', k.constraint_name, k.check_clause)",
              "information_schema.check_constraints k\n  WHERE k.constraint_schema {schemas}"));
    }
    kinds.add(
        new Kind(
            "indexes",
            "CONCAT_WS('\\t', s.table_name, s.index_name, s.non_unique, s.seq_in_index,"
                + " COALESCE(s.column_name, "
                + (mySql && server.atLeast("8.0.13") ? "s.expression" : "''")
                + "), s.sub_part, s.collation, s.index_type)",
            "information_schema.statistics s\n  WHERE s.table_schema {schemas}"));
    kinds.add(
        new Kind(
            "routines",
            "CONCAT_WS('\\t', r.routine_type, r.routine_name, r.dtd_identifier,"
                + " r.security_type, r.sql_mode, r.routine_definition)",
            "information_schema.routines r\n  WHERE r.routine_schema {schemas}"));
    kinds.add(
        new Kind(
            "triggers",
            "CONCAT_WS('\\t', t.trigger_name, t.event_object_table, t.action_timing,"
                + " t.event_manipulation, t.action_order, t.sql_mode, t.action_statement)",
            "information_schema.triggers t\n  WHERE t.trigger_schema {schemas}"));
    kinds.add(
        new Kind(
            "views",
            "CONCAT_WS('\\t', v.table_name, v.security_type, REPLACE(v.view_definition,"
                + " CONCAT('`', v.table_schema, '`.'), ''))",
            "information_schema.views v\n  WHERE v.table_schema {schemas}"));
    return kinds;
  }
}
