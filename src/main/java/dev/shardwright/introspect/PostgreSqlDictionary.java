package dev.shardwright.introspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import schemacrawler.schemacrawler.InformationSchemaKey;

/**
 * PostgreSQL's catalogs for SchemaCrawler. Columns beyond those it asks for stay with its objects
 * as attributes; that is how oids, full types and definitions travel.
 */
final class PostgreSqlDictionary {
  static final String TABLE = "TABLE";
  static final String PARTITIONED = "PARTITIONED TABLE";
  static final String VIEW = "VIEW";
  static final String MATERIALIZED = "MATERIALIZED VIEW";
  static final String FOREIGN = "FOREIGN TABLE";

  private PostgreSqlDictionary() {}

  /**
   * The queries for some schemas.
   *
   * @param version PostgreSQL's server_version_num
   */
  static Dictionary of(List<String> schemas, int version) {
    String in = Dictionary.literals(schemas, false);
    Map<InformationSchemaKey, String> queries = new LinkedHashMap<>();
    queries.put(InformationSchemaKey.TABLES, TABLES);
    queries.put(InformationSchemaKey.TABLE_COLUMNS, COLUMNS);
    queries.put(InformationSchemaKey.INDEXES, INDEXES);
    queries.put(InformationSchemaKey.VIEWS, VIEWS);
    queries.put(InformationSchemaKey.FUNCTIONS, FUNCTIONS);
    queries.put(InformationSchemaKey.PROCEDURES, PROCEDURES);
    queries.put(InformationSchemaKey.SEQUENCES, SEQUENCES);
    queries.replaceAll((key, sql) ->
        sql.replace("@SCHEMAS@", in)
            .replace("@KEY_DEFINITION@", PostgreSqlKeys.DEFINITION)
            .replace("@NULLS_NOT_DISTINCT@", version >= 150000 ? "i.indnullsnotdistinct" : "false")
            .replace("@SQL_BODY@", version >= 140000 ? "pg_get_function_sqlbody(p.oid)" : "NULL"));
    return new Dictionary(
        queries, Map.of(), List.of(TABLE, PARTITIONED, VIEW, MATERIALIZED, FOREIGN));
  }

  private static final String TABLES =
      """
      SELECT '"' || n.nspname || '"' AS "TABLE_SCHEM",
        '"' || c.relname || '"' AS "TABLE_NAME",
        CASE c.relkind WHEN 'r' THEN 'TABLE' WHEN 'p' THEN 'PARTITIONED TABLE' WHEN 'v' THEN 'VIEW'
          WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'FOREIGN TABLE' END AS "TABLE_TYPE",
        d.description AS "REMARKS",
        c.relpersistence = 'u' AS "UNLOGGED",
        array_to_string(c.reloptions, chr(10)) AS "RELOPTIONS",
        c.relrowsecurity AS "ROW_SECURITY", c.relforcerowsecurity AS "FORCE_ROW_SECURITY",
        x.extname AS "EXTENSION"
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid
        AND d.classoid = 'pg_catalog.pg_class'::regclass AND d.objsubid = 0
      LEFT JOIN pg_catalog.pg_depend e ON e.classid = 'pg_catalog.pg_class'::regclass
        AND e.objid = c.oid AND e.objsubid = 0 AND e.deptype = 'e'
      LEFT JOIN pg_catalog.pg_extension x ON x.oid = e.refobjid
      WHERE n.nspname IN (@SCHEMAS@) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND NOT c.relispartition AND c.relpersistence <> 't'\
      """;

  private static final String COLUMNS =
      """
      SELECT '"' || n.nspname || '"' AS "TABLE_SCHEM",
        '"' || c.relname || '"' AS "TABLE_NAME", '"' || a.attname || '"' AS "COLUMN_NAME",
        t.typname AS "TYPE_NAME",
        CASE WHEN a.attnotnull OR t.typtype = 'd' AND t.typnotnull THEN 0 ELSE 1 END AS "NULLABLE",
        d.description AS "REMARKS",
        pg_catalog.pg_get_expr(f.adbin, f.adrelid) AS "EXPRESSION",
        a.attnum AS "ORDINAL_POSITION", a.attidentity::text AS "IDENTITY",
        a.attgenerated::text AS "GENERATED",
        pg_catalog.format_type(a.atttypid, a.atttypmod) AS "FULL_TYPE",
        CASE WHEN t.typtype = 'd' THEN (
          WITH RECURSIVE b AS (SELECT t.typbasetype AS oid UNION ALL SELECT y.typbasetype FROM b
            JOIN pg_catalog.pg_type y ON y.oid = b.oid AND y.typtype = 'd')
          SELECT pg_catalog.format_type(b.oid, NULL) FROM b
          JOIN pg_catalog.pg_type z ON z.oid = b.oid AND z.typtype <> 'd') END AS "DOMAIN_BASE",
        t.typcategory::text AS "TYPE_CATEGORY",
        CASE WHEN a.attcollation <> t.typcollation AND a.attcollation <> 0 THEN
          quote_ident(cn.nspname) || '.' || quote_ident(co.collname) END AS "COLLATION"
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
      LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation
      LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
      LEFT JOIN pg_catalog.pg_description d ON d.objoid = a.attrelid
        AND d.classoid = 'pg_catalog.pg_class'::regclass AND d.objsubid = a.attnum
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
        AND NOT c.relispartition AND c.relpersistence <> 't' AND n.nspname IN (@SCHEMAS@)
      ORDER BY c.oid, a.attnum\
      """;

  // A primary or unique constraint travels with the index that it rests on.
  private static final String INDEXES =
      """
      SELECT '"' || x.nspname || '"' AS "TABLE_SCHEM",
        '"' || x.relname || '"' AS "TABLE_NAME", NOT x.indisunique AS "NON_UNIQUE",
        '"' || x.index_name || '"' AS "INDEX_NAME", p.place AS "ORDINAL_POSITION",
        '"' || coalesce(a.attname,
          pg_catalog.pg_get_indexdef(x.indexrelid, p.place::int, true)) || '"' AS "COLUMN_NAME",
        x.indkey AS "ATTRIBUTES", x.indoption AS "DIRECTIONS",
        x.indisvalid AS "VALID", x.nulls_not_distinct AS "NULLS_NOT_DISTINCT",
        x.predicate AS "PREDICATE", x.amname AS "METHOD", x.definition AS "DEFINITION",
        x.contype AS "CONSTRAINT_TYPE", x.condeferrable AS "DEFERRABLE",
        x.condef AS "CONSTRAINT_DEFINITION", x.description AS "COMMENT"
      FROM (
        SELECT n.nspname, c.relname, i.indrelid, i.indexrelid, i.indisunique, i.indisvalid,
          i.indnkeyatts, i.indkey::text AS indkey, i.indoption::text AS indoption,
          i.indkey AS keys, @NULLS_NOT_DISTINCT@ AS nulls_not_distinct,
          ic.relname AS index_name, am.amname,
          pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
          pg_catalog.pg_get_indexdef(i.indexrelid) AS definition,
          k.contype::text AS contype, k.condeferrable,
          @KEY_DEFINITION@ AS condef,
          CASE WHEN k.oid IS NULL THEN d.description ELSE kd.description END AS description
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
        JOIN pg_catalog.pg_am am ON am.oid = ic.relam
        LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid
          AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x')
        LEFT JOIN pg_catalog.pg_description d ON d.objoid = i.indexrelid
          AND d.classoid = 'pg_catalog.pg_class'::regclass AND d.objsubid = 0
        LEFT JOIN pg_catalog.pg_description kd ON kd.objoid = k.oid
          AND kd.classoid = 'pg_catalog.pg_constraint'::regclass AND kd.objsubid = 0
        WHERE n.nspname IN (@SCHEMAS@) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND c.relpersistence <> 't'
        OFFSET 0) x
      CROSS JOIN LATERAL unnest(x.keys) WITH ORDINALITY AS p(attnum, place)
      LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = p.attnum
        AND p.attnum <> 0
      WHERE p.place <= x.indnkeyatts
      ORDER BY x.indexrelid, p.place\
      """;

  private static final String VIEWS =
      """
      SELECT NULL AS "TABLE_CATALOG", '"' || n.nspname || '"' AS "TABLE_SCHEMA",
        '"' || c.relname || '"' AS "TABLE_NAME", pg_catalog.pg_get_viewdef(c.oid) AS "VIEW_DEFINITION",
        'NONE' AS "CHECK_OPTION", 'NO' AS "IS_UPDATABLE"
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't' AND n.nspname IN (@SCHEMAS@)\
      """;

  // A compiled function has no source; its prosrc is a name in a library.
  // Not those that come with an extension or, as constructors, with a range type.
  private static final String ROUTINE_NAMES =
      """
      '"' || n.nspname || '"' AS "@KIND@_SCHEM", '"' || p.proname || '"' AS "@KIND@_NAME",
        0 AS "@KIND@_TYPE", d.description AS "REMARKS", p.oid::text AS "SPECIFIC_NAME",
        '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' AS "SIGNATURE",
        l.lanname AS "LANGUAGE", p.prokind::text AS "ROUTINE_KIND",
        CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid) END AS "DEFINITION",
        CASE WHEN l.lanname NOT IN ('c', 'internal') AND p.prokind <> 'a'
          THEN coalesce(@SQL_BODY@, p.prosrc) END AS "BODY"
      FROM pg_catalog.pg_proc p
      JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
      JOIN pg_catalog.pg_language l ON l.oid = p.prolang
      LEFT JOIN pg_catalog.pg_description d ON d.objoid = p.oid
        AND d.classoid = 'pg_catalog.pg_proc'::regclass
      WHERE n.nspname IN (@SCHEMAS@) AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend e WHERE e.classid = 'pg_catalog.pg_proc'::regclass
          AND e.objid = p.oid AND e.deptype IN ('e', 'i'))\
      """;

  private static final String FUNCTIONS =
      "SELECT NULL AS \"FUNCTION_CAT\", "
          + ROUTINE_NAMES.replace("@KIND@", "FUNCTION")
          + " AND p.prokind <> 'p'";

  private static final String PROCEDURES =
      "SELECT NULL AS \"PROCEDURE_CAT\", "
          + ROUTINE_NAMES.replace("@KIND@", "PROCEDURE")
          + " AND p.prokind = 'p'";

  private static final String SEQUENCES =
      """
      SELECT NULL AS "SEQUENCE_CATALOG", '"' || n.nspname || '"' AS "SEQUENCE_SCHEMA",
        '"' || c.relname || '"' AS "SEQUENCE_NAME", s.seqincrement AS "INCREMENT",
        s.seqstart AS "START_VALUE", s.seqmin AS "MINIMUM_VALUE", s.seqmax AS "MAXIMUM_VALUE",
        s.seqcycle AS "CYCLE_OPTION", pg_catalog.format_type(s.seqtypid, NULL) AS "TYPE",
        s.seqcache AS "CACHE", on_.nspname AS "OWNER_SCHEMA", oc.relname AS "OWNER_TABLE",
        oa.attname AS "OWNER_COLUMN", o.deptype = 'i' AS "IDENTITY", d.description AS "COMMENT",
        c.relpersistence = 'u' AS "UNLOGGED"
      FROM pg_catalog.pg_sequence s
      JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_depend o ON o.classid = 'pg_catalog.pg_class'::regclass
        AND o.objid = c.oid AND o.objsubid = 0 AND o.refobjsubid > 0
        AND o.refclassid = 'pg_catalog.pg_class'::regclass AND o.deptype IN ('a', 'i')
      LEFT JOIN pg_catalog.pg_class oc ON oc.oid = o.refobjid
      LEFT JOIN pg_catalog.pg_namespace on_ ON on_.oid = oc.relnamespace
      LEFT JOIN pg_catalog.pg_attribute oa ON oa.attrelid = o.refobjid AND oa.attnum = o.refobjsubid
      LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid
        AND d.classoid = 'pg_catalog.pg_class'::regclass AND d.objsubid = 0
      WHERE n.nspname IN (@SCHEMAS@) AND c.relpersistence <> 't' AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend e WHERE e.classid = 'pg_catalog.pg_class'::regclass
          AND e.objid = c.oid AND e.deptype = 'e')\
      """;
}
