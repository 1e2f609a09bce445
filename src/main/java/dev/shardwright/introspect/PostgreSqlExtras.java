package dev.shardwright.introspect;

import dev.shardwright.model.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What PostgreSQL's tables, partitions and views have beside what the model tells apart, each as
 * the statement that makes it: storage of columns, statistics, replica identity, comments on
 * constraints; of materialized views also indexes, of views also triggers and rules.
 */
final class PostgreSqlExtras {
  /** The first version in which a table can change its access method. */
  static final int METHOD_CAN_BE_SET = 150000;

  private static final String ALTER =
      "'ALTER ' || CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW ' ELSE 'TABLE ONLY ' END || "
          + "@NAME@ || ";

  // Each column that is not stored as its type usually is.
  private static final String COLUMNS =
      """
      SELECT c.oid, 10 AS rank, a.attnum::int AS place, @ALTER@' ALTER COLUMN '
        || quote_ident(a.attname) || v.change AS statement
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      CROSS JOIN LATERAL (VALUES
        (CASE WHEN a.attstorage <> t.typstorage THEN ' SET STORAGE ' || CASE a.attstorage
          WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END),
        (CASE @COMPRESSION@ WHEN 'p' THEN ' SET COMPRESSION pglz'
          WHEN 'l' THEN ' SET COMPRESSION lz4' END),
        (CASE WHEN a.attstattarget >= 0 THEN ' SET STATISTICS ' || a.attstattarget END),
        (' SET (' || array_to_string(a.attoptions, ', ') || ')')) AS v(change)
      WHERE c.relkind IN ('r', 'p', 'm') AND v.change IS NOT NULL AND @OURS@\
      """;

  // A view's columns can have defaults; a table's own are part of it.
  private static final String DEFAULTS =
      """
      SELECT c.oid, 12, f.adnum::int, 'ALTER VIEW ' || @NAME@ || ' ALTER COLUMN '
        || quote_ident(a.attname) || ' SET DEFAULT ' || pg_catalog.pg_get_expr(f.adbin, f.adrelid)
      FROM pg_catalog.pg_attrdef f JOIN pg_catalog.pg_class c ON c.oid = f.adrelid
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = f.adnum
      WHERE c.relkind = 'v' AND @OURS@\
      """;

  // What a partition has other than its parent: defaults, checks, storage, row security.
  private static final String PARTITIONS =
      """
      SELECT c.oid, 13, a.attnum::int, 'ALTER TABLE ONLY ' || @NAME@ || ' ALTER COLUMN '
        || quote_ident(a.attname) || CASE WHEN f.adbin IS NULL THEN ' DROP DEFAULT'
          ELSE ' SET DEFAULT ' || pg_catalog.pg_get_expr(f.adbin, f.adrelid) END
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attgenerated = ''
      JOIN pg_catalog.pg_attribute pa ON pa.attrelid = i.inhparent AND pa.attname = a.attname
      LEFT JOIN pg_catalog.pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
      LEFT JOIN pg_catalog.pg_attrdef pf ON pf.adrelid = pa.attrelid AND pf.adnum = pa.attnum
      WHERE c.relispartition AND @OURS@
        AND pg_catalog.pg_get_expr(f.adbin, f.adrelid)
          IS DISTINCT FROM pg_catalog.pg_get_expr(pf.adbin, pf.adrelid)
      UNION ALL
      SELECT c.oid, 14, row_number() OVER (ORDER BY k.conname)::int, 'ALTER TABLE ONLY ' || @NAME@
        || ' ADD CONSTRAINT ' || quote_ident(k.conname) || ' '
        || pg_catalog.pg_get_constraintdef(k.oid)
      FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
      WHERE c.relispartition AND k.contype IN ('c', 'x') AND k.conislocal AND k.coninhcount = 0
        AND @OURS@
      UNION ALL
      SELECT c.oid, 15, 1, 'ALTER TABLE ONLY ' || @NAME@ || v.change
      FROM pg_catalog.pg_class c CROSS JOIN LATERAL (VALUES
        (' SET (' || array_to_string(c.reloptions, ', ') || ')'),
        (CASE WHEN c.relrowsecurity THEN ' ENABLE ROW LEVEL SECURITY' END),
        (CASE WHEN c.relforcerowsecurity THEN ' FORCE ROW LEVEL SECURITY' END),
        (CASE WHEN c.relpersistence = 'u' THEN ' SET UNLOGGED' END)) AS v(change)
      WHERE c.relispartition AND v.change IS NOT NULL AND @OURS@\
      """;

  // A partition's are told where one in its table's tree is not as the server would make and name
  // it
  // by itself; then all are, each with the one above that it belongs to. A table's own are told
  // apart, and those of EXCLUDE come with it.
  private static final String INDEXES =
      """
      SELECT y.oid, v.rank, y.place, v.statement
      FROM (
        SELECT c.oid, c.relkind, c.relispartition, i.indisvalid OR c.relkind = 'p' AS made,
          row_number() OVER (PARTITION BY c.oid ORDER BY ic.relname)::int AS place,
          bool_or(c.relkind = 'p' AND NOT i.indisvalid OR c.relispartition
            AND (h.inhparent IS NULL OR ic.relname <> CASE k.contype WHEN 'p' THEN c.relname || '_pkey'
              ELSE c.relname || '_' || (
                SELECT string_agg(coalesce(a.attname, 'expr'), '_' ORDER BY u.place)
                FROM unnest(i.indkey) WITH ORDINALITY AS u(attnum, place)
                LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid
                  AND a.attnum = u.attnum AND u.attnum <> 0)
                || CASE k.contype WHEN 'u' THEN '_key' ELSE '_idx' END END))
            OVER (PARTITION BY coalesce(pg_catalog.pg_partition_root(c.oid), c.oid)) AS own_way,
          CASE WHEN k.oid IS NULL THEN pg_catalog.pg_get_indexdef(ic.oid)
            ELSE 'ALTER TABLE ONLY ' || @NAME@ || ' ADD CONSTRAINT ' || quote_ident(k.conname) || ' '
              || @KEY_DEFINITION@ END AS definition,
          'ALTER INDEX ' || quote_ident(pn.nspname) || '.' || quote_ident(pc.relname)
            || ' ATTACH PARTITION ' || quote_ident(n.nspname) || '.' || quote_ident(ic.relname)
            AS attachment
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
        JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = ic.relnamespace
        LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid
          AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u')
        LEFT JOIN pg_catalog.pg_inherits h ON h.inhrelid = i.indexrelid
        LEFT JOIN pg_catalog.pg_class pc ON pc.oid = h.inhparent
        LEFT JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace
        WHERE (c.relkind IN ('m', 'p') OR c.relispartition) AND @OURS@
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint x
            WHERE x.conindid = i.indexrelid AND x.contype = 'x')) y
      CROSS JOIN LATERAL (VALUES (20, y.definition), (21, y.attachment)) AS v(rank, statement)
      WHERE y.made AND v.statement IS NOT NULL
        AND (y.relkind = 'm' OR y.relispartition AND y.own_way)\
      """;

  private static final String TABLES =
      """
      SELECT c.oid, 31, 1, 'ALTER TABLE ONLY ' || @NAME@ || ' REPLICA IDENTITY ' || CASE c.relreplident
        WHEN 'n' THEN 'NOTHING' WHEN 'f' THEN 'FULL' ELSE 'USING INDEX ' || (
          SELECT quote_ident(ic.relname) FROM pg_catalog.pg_index i
          JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
          WHERE i.indrelid = c.oid AND i.indisreplident) END
      FROM pg_catalog.pg_class c
      WHERE c.relkind IN ('r', 'p') AND c.relreplident <> 'd' AND @OURS@
      UNION ALL
      SELECT c.oid, 16, 1, 'ALTER TABLE ONLY ' || @NAME@ || ' SET ('
        || (SELECT string_agg('toast.' || o, ', ' ORDER BY o) FROM unnest(x.reloptions) AS o) || ')'
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_class x ON x.oid = c.reltoastrelid
      WHERE x.reloptions IS NOT NULL AND @OURS@
      UNION ALL
      SELECT c.oid, 30, 1, @ALTER@' CLUSTER ON ' || quote_ident(ic.relname)
      FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
      JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
      WHERE i.indisclustered AND @OURS@
      UNION ALL
      SELECT c.oid, 29, a.attnum::int, 'ALTER INDEX ' || quote_ident(n.nspname) || '.'
        || quote_ident(ic.relname) || ' ALTER COLUMN ' || a.attnum || ' SET STATISTICS '
        || a.attstattarget
      FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
      JOIN pg_catalog.pg_attribute a ON a.attrelid = ic.oid AND a.attstattarget >= 0
      WHERE @OURS@
      UNION ALL
      SELECT c.oid, 5, 1, 'ALTER TABLE ' || @NAME@ || ' OF '
        || pg_catalog.format_type(c.reloftype, NULL)
      FROM pg_catalog.pg_class c WHERE c.reloftype <> 0 AND @OURS@
      UNION ALL
      SELECT c.oid, 4, 1, @ALTER@' SET ACCESS METHOD ' || quote_ident(m.amname)
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_am m ON m.oid = c.relam
      WHERE c.relkind IN ('r', 'p', 'm') AND m.amname <> 'heap' AND @METHODS@ AND @OURS@\
      """;

  private static final String STATISTICS =
      """
      SELECT c.oid, 32, row_number() OVER (ORDER BY s.stxname)::int, v.statement
      FROM pg_catalog.pg_statistic_ext s JOIN pg_catalog.pg_class c ON c.oid = s.stxrelid
      JOIN pg_catalog.pg_namespace sn ON sn.oid = s.stxnamespace
      CROSS JOIN LATERAL (VALUES
        (pg_catalog.pg_get_statisticsobjdef(s.oid)),
        (CASE WHEN s.stxstattarget >= 0 THEN 'ALTER STATISTICS ' || quote_ident(sn.nspname) || '.'
          || quote_ident(s.stxname) || ' SET STATISTICS ' || s.stxstattarget END),
        ('COMMENT ON STATISTICS ' || quote_ident(sn.nspname) || '.' || quote_ident(s.stxname)
          || ' IS ' || quote_literal(pg_catalog.obj_description(s.oid, 'pg_statistic_ext'))))
        AS v(statement)
      WHERE v.statement IS NOT NULL AND @OURS@\
      """;

  // Comments that have no place of their own in the model.
  private static final String COMMENTS =
      """
      SELECT c.oid, 40, row_number() OVER (ORDER BY k.conname)::int, 'COMMENT ON CONSTRAINT '
        || quote_ident(k.conname) || ' ON ' || @NAME@ || ' IS ' || quote_literal(d.description)
      FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
      JOIN pg_catalog.pg_description d ON d.objoid = k.oid
        AND d.classoid = 'pg_catalog.pg_constraint'::regclass
      WHERE (c.relispartition OR k.contype IN ('c', 'x', 'n')) AND k.contype <> 'f' AND @OURS@
      UNION ALL
      SELECT c.oid, 41, row_number() OVER (ORDER BY p.polname)::int, 'COMMENT ON POLICY '
        || quote_ident(p.polname) || ' ON ' || @NAME@ || ' IS ' || quote_literal(d.description)
      FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
      JOIN pg_catalog.pg_description d ON d.objoid = p.oid
        AND d.classoid = 'pg_catalog.pg_policy'::regclass
      WHERE @OURS@
      UNION ALL
      SELECT c.oid, 42, d.objsubid, 'COMMENT ON ' || CASE WHEN d.objsubid = 0 THEN 'TABLE ' || @NAME@
        ELSE 'COLUMN ' || @NAME@ || '.' || quote_ident(a.attname) END || ' IS '
        || quote_literal(d.description)
      FROM pg_catalog.pg_description d JOIN pg_catalog.pg_class c ON c.oid = d.objoid
      LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
      WHERE d.classoid = 'pg_catalog.pg_class'::regclass
        AND (c.relispartition AND c.relkind IN ('r', 'p')
          OR c.relkind IN ('v', 'm') AND d.objsubid > 0)
        AND @OURS@
      UNION ALL
      SELECT c.oid, 43, row_number() OVER (ORDER BY ic.relname)::int, 'COMMENT ON INDEX '
        || quote_ident(n.nspname) || '.' || quote_ident(ic.relname) || ' IS '
        || quote_literal(d.description)
      FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
      JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = ic.relnamespace
      JOIN pg_catalog.pg_description d ON d.objoid = ic.oid
        AND d.classoid = 'pg_catalog.pg_class'::regclass AND d.objsubid = 0
      WHERE (c.relispartition OR c.relkind = 'm' OR EXISTS (
          SELECT FROM pg_catalog.pg_constraint k
          WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype <> 'f'))
        AND @OURS@\
      """;

  // The plan's triggers and rules are those of tables; a view's go with the view.
  private static final String OF_VIEWS =
      """
      SELECT c.oid, 50, row_number() OVER (ORDER BY t.tgname)::int, v.statement
      FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
      CROSS JOIN LATERAL (VALUES
        (pg_catalog.pg_get_triggerdef(t.oid)),
        ('ALTER TABLE ' || @NAME@ || CASE t.tgenabled WHEN 'D' THEN ' DISABLE'
          WHEN 'R' THEN ' ENABLE REPLICA' WHEN 'A' THEN ' ENABLE ALWAYS' END || ' TRIGGER '
          || quote_ident(t.tgname)),
        ('COMMENT ON TRIGGER ' || quote_ident(t.tgname) || ' ON ' || @NAME@ || ' IS '
          || quote_literal(pg_catalog.obj_description(t.oid, 'pg_trigger')))) AS v(statement)
      WHERE NOT t.tgisinternal AND c.relkind = 'v' AND v.statement IS NOT NULL AND @OURS@
      UNION ALL
      SELECT c.oid, 51, row_number() OVER (ORDER BY w.rulename)::int, v.statement
      FROM pg_catalog.pg_rewrite w JOIN pg_catalog.pg_class c ON c.oid = w.ev_class
      CROSS JOIN LATERAL (VALUES
        (pg_catalog.pg_get_ruledef(w.oid)),
        ('ALTER TABLE ' || @NAME@ || CASE w.ev_enabled WHEN 'D' THEN ' DISABLE'
          WHEN 'R' THEN ' ENABLE REPLICA' WHEN 'A' THEN ' ENABLE ALWAYS' END || ' RULE '
          || quote_ident(w.rulename)),
        ('COMMENT ON RULE ' || quote_ident(w.rulename) || ' ON ' || @NAME@ || ' IS '
          || quote_literal(pg_catalog.obj_description(w.oid, 'pg_rewrite')))) AS v(statement)
      WHERE w.rulename <> '_RETURN' AND c.relkind = 'v' AND v.statement IS NOT NULL AND @OURS@\
      """;

  private static final String ALL =
      "SELECT n.nspname AS schema_name, c.relname AS table_name, regexp_replace(x.statement,"
          + " ';\\s*$', '') AS statement FROM (\n"
          + String.join(
              "\nUNION ALL\n",
              COLUMNS,
              DEFAULTS,
              PARTITIONS,
              INDEXES,
              TABLES,
              STATISTICS,
              COMMENTS,
              OF_VIEWS)
          + ") x JOIN pg_catalog.pg_class c ON c.oid = x.oid"
          + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE x.statement IS NOT NULL ORDER BY n.nspname, c.relname, x.rank, x.place";

  private PostgreSqlExtras() {}

  /** The statements of each table, partition and view, in the order in which they must run. */
  static Map<TableName, List<String>> read(Asking asking) {
    String name =
        "(SELECT quote_ident(q.nspname) FROM pg_catalog.pg_namespace q WHERE q.oid ="
            + " c.relnamespace) || '.' || quote_ident(c.relname)";
    String ours =
        "c.relpersistence <> 't' AND c.relnamespace IN (SELECT q.oid FROM pg_catalog.pg_namespace q"
            + " WHERE q.nspname IN (@SCHEMAS@))";
    String sql =
        ALL.replace("@ALTER@", ALTER)
            .replace("@NAME@", name)
            .replace("@OURS@", ours)
            .replace("@KEY_DEFINITION@", PostgreSqlKeys.DEFINITION)
            .replace("@METHODS@", asking.version() >= METHOD_CAN_BE_SET ? "true" : "false")
            .replace("@COMPRESSION@", asking.version() >= 140000 ? "a.attcompression" : "''");
    return asking.byTable(sql, PostgreSqlExtras::statement);
  }

  private static String statement(Row row) throws SQLException {
    return row.text("statement");
  }
}
