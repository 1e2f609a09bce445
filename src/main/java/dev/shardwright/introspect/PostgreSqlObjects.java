package dev.shardwright.introspect;

import dev.shardwright.model.Names;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands beside PostgreSQL's tables: types, extensions, and what views read.
 *
 * @param aggregates their CREATE texts by {@link dev.shardwright.model.Routine#id}
 * @param preamble what has to be there before types: extensions with their schemas, comments
 */
record PostgreSqlObjects(
    List<TypeDefinition> types,
    Map<TableName, List<TableName>> viewUses,
    List<String> extensions,
    List<Skipped> skipped,
    Map<String, String> aggregates,
    List<String> preamble) {

  private static final String ENUMS =
      """
      SELECT 'CREATE TYPE ' || @NAME@ || ' AS ENUM (' || coalesce((
          SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
          FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid), '') || ')' AS definition,
        'ENUM' AS kind, NULL AS base, @COLUMNS@
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'e' AND @OURS@\
      """;

  private static final String DOMAINS =
      """
      SELECT 'CREATE DOMAIN ' || @NAME@ || ' AS '
          || pg_catalog.format_type(t.typbasetype, t.typtypmod)
          || CASE WHEN t.typcollation <> b.typcollation AND t.typcollation <> 0 THEN ' COLLATE ' || (
            SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
            FROM pg_catalog.pg_collation co
            JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
            WHERE co.oid = t.typcollation) ELSE '' END
          || coalesce(' DEFAULT ' || t.typdefault, '')
          || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
          || coalesce((
            SELECT string_agg(' CONSTRAINT ' || quote_ident(k.conname) || ' '
              || pg_catalog.pg_get_constraintdef(k.oid), '' ORDER BY k.conname)
            FROM pg_catalog.pg_constraint k
            WHERE k.contypid = t.oid AND k.contype = 'c' AND k.convalidated), '')
          AS definition,
        'DOMAIN' AS kind, pg_catalog.format_type(t.typbasetype, t.typtypmod) AS base, @COLUMNS@
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
      WHERE t.typtype = 'd' AND @OURS@\
      """;

  private static final String COMPOSITES =
      """
      SELECT 'CREATE TYPE ' || @NAME@ || ' AS (' || coalesce((
          SELECT string_agg(quote_ident(a.attname) || ' '
            || pg_catalog.format_type(a.atttypid, a.atttypmod)
            || coalesce(' COLLATE ' || quote_ident(an.nspname) || '.' || quote_ident(ac.collname), ''),
            ', ' ORDER BY a.attnum)
          FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
          LEFT JOIN pg_catalog.pg_collation ac ON ac.oid = a.attcollation
            AND a.attcollation <> y.typcollation
          LEFT JOIN pg_catalog.pg_namespace an ON an.oid = ac.collnamespace
          WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')'
          AS definition,
        'COMPOSITE' AS kind, NULL AS base, @COLUMNS@
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
      WHERE t.typtype = 'c' AND c.relkind = 'c' AND @OURS@\
      """;

  private static final String RANGES =
      """
      SELECT 'CREATE TYPE ' || @NAME@ || ' AS RANGE (SUBTYPE = '
          || pg_catalog.format_type(r.rngsubtype, NULL)
          || CASE WHEN o.opcdefault THEN '' ELSE ', SUBTYPE_OPCLASS = ' || quote_ident(os.nspname)
            || '.' || quote_ident(o.opcname) END
          || CASE WHEN r.rngsubdiff = 0 THEN ''
            ELSE ', SUBTYPE_DIFF = ' || r.rngsubdiff::regproc::text END
          || coalesce((SELECT ', COLLATION = ' || quote_ident(cn.nspname) || '.'
              || quote_ident(co.collname)
            FROM pg_catalog.pg_collation co
            JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
            JOIN pg_catalog.pg_type st ON st.oid = r.rngsubtype
            WHERE co.oid = r.rngcollation AND co.oid <> st.typcollation), '')
          || @MULTIRANGE@ || ')' AS definition,
        'RANGE' AS kind, NULL AS base, @COLUMNS@
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
      JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
      JOIN pg_catalog.pg_namespace os ON os.oid = o.opcnamespace
      WHERE t.typtype = 'r' AND @OURS@\
      """;

  private static final String COLLATIONS =
      """
      SELECT 'CREATE COLLATION ' || quote_ident(n.nspname) || '.' || quote_ident(t.collname) || ' (provider = '
          || CASE t.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END
          || CASE WHEN t.collisdeterministic THEN '' ELSE ', deterministic = false' END
          || CASE WHEN t.collprovider = 'c' AND t.collcollate <> t.collctype
            THEN ', lc_collate = ' || quote_literal(t.collcollate) || ', lc_ctype = '
              || quote_literal(t.collctype)
            ELSE ', locale = ' || quote_literal(coalesce(@LOCALE@, t.collcollate)) END
          || coalesce(', rules = ' || quote_literal(@RULES@), '') || ')' AS definition,
        'COLLATION' AS kind, NULL AS base, n.nspname AS schema_name, t.collname AS type_name,
        pg_catalog.obj_description(t.oid, 'pg_collation') AS comment,
        '{}'::text[] AS extras
      FROM pg_catalog.pg_collation t JOIN pg_catalog.pg_namespace n ON n.oid = t.collnamespace
      WHERE n.nspname IN (@SCHEMAS@) AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_collation'::regclass AND e.objid = t.oid
        AND e.deptype = 'e')\
      """;

  private static final String TYPES =
      String.join("\nUNION ALL\n", ENUMS, DOMAINS, COMPOSITES, RANGES, COLLATIONS);

  // Comments on the attributes of composite types and on constraints of domains, and constraints
  // that old values were never checked against.
  private static final String TYPE_EXTRAS =
      """
      ARRAY(
        SELECT 'ALTER DOMAIN ' || @NAME@ || ' ADD CONSTRAINT ' || quote_ident(k.conname) || ' '
          || pg_catalog.pg_get_constraintdef(k.oid)
        FROM pg_catalog.pg_constraint k
        WHERE k.contypid = t.oid AND k.contype = 'c' AND NOT k.convalidated
        UNION ALL
        SELECT 'COMMENT ON CONSTRAINT ' || quote_ident(k.conname) || ' ON DOMAIN ' || @NAME@
          || ' IS ' || quote_literal(kd.description)
        FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_description kd ON kd.objoid = k.oid
          AND kd.classoid = 'pg_catalog.pg_constraint'::regclass
        WHERE k.contypid = t.oid
        UNION ALL
        SELECT 'COMMENT ON COLUMN ' || @NAME@ || '.' || quote_ident(a.attname) || ' IS '
          || quote_literal(ad.description)
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_description ad ON ad.objoid = a.attrelid
          AND ad.objsubid = a.attnum AND ad.classoid = 'pg_catalog.pg_class'::regclass
        WHERE a.attrelid = t.typrelid AND t.typtype = 'c' ORDER BY 1) AS extras\
      """;

  // PostgreSQL manual, "CREATE AGGREGATE"
  private static final String AGGREGATES =
      """
      SELECT n.nspname AS schema_name, p.proname AS name,
        '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' AS signature,
        'CREATE AGGREGATE ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '('
          || CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_catalog.pg_get_function_arguments(p.oid) END
          || ') (\n    SFUNC = ' || g.aggtransfn || ',\n    STYPE = '
          || pg_catalog.format_type(g.aggtranstype, NULL)
          || CASE WHEN g.aggtransspace <> 0 THEN ',\n    SSPACE = ' || g.aggtransspace ELSE '' END
          || CASE WHEN g.aggfinalfn <> 0 THEN ',\n    FINALFUNC = ' || g.aggfinalfn ELSE '' END
          || CASE WHEN g.aggfinalextra THEN ',\n    FINALFUNC_EXTRA' ELSE '' END
          || CASE WHEN g.aggfinalmodify <> CASE g.aggkind WHEN 'n' THEN 'r' ELSE 'w' END::"char"
            THEN ',\n    FINALFUNC_MODIFY = ' || CASE g.aggfinalmodify WHEN 'r' THEN 'READ_ONLY'
              WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END ELSE '' END
          || CASE WHEN g.aggcombinefn <> 0 THEN ',\n    COMBINEFUNC = ' || g.aggcombinefn ELSE '' END
          || CASE WHEN g.aggserialfn <> 0 THEN ',\n    SERIALFUNC = ' || g.aggserialfn ELSE '' END
          || CASE WHEN g.aggdeserialfn <> 0 THEN ',\n    DESERIALFUNC = ' || g.aggdeserialfn
            ELSE '' END
          || coalesce(',\n    INITCOND = ' || quote_literal(g.agginitval), '')
          || CASE WHEN g.aggmtransfn <> 0 THEN ',\n    MSFUNC = ' || g.aggmtransfn
            || ',\n    MINVFUNC = ' || g.aggminvtransfn || ',\n    MSTYPE = '
            || pg_catalog.format_type(g.aggmtranstype, NULL) ELSE '' END
          || CASE WHEN g.aggmtransspace <> 0 THEN ',\n    MSSPACE = ' || g.aggmtransspace ELSE '' END
          || CASE WHEN g.aggmfinalfn <> 0 THEN ',\n    MFINALFUNC = ' || g.aggmfinalfn ELSE '' END
          || CASE WHEN g.aggmfinalextra THEN ',\n    MFINALFUNC_EXTRA' ELSE '' END
          || CASE WHEN g.aggmtransfn <> 0
            AND g.aggmfinalmodify <> CASE g.aggkind WHEN 'n' THEN 'r' ELSE 'w' END::"char"
            THEN ',\n    MFINALFUNC_MODIFY = ' || CASE g.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY'
              WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END ELSE '' END
          || coalesce(',\n    MINITCOND = ' || quote_literal(g.aggminitval), '')
          || CASE WHEN g.aggsortop <> 0 THEN ',\n    SORTOP = ' || g.aggsortop::regoperator::text
            ELSE '' END
          || CASE p.proparallel WHEN 's' THEN ',\n    PARALLEL = safe'
            WHEN 'r' THEN ',\n    PARALLEL = restricted' ELSE '' END
          || CASE WHEN g.aggkind = 'h' THEN ',\n    HYPOTHETICAL' ELSE '' END
          || '\n)' AS definition
      FROM pg_catalog.pg_aggregate g JOIN pg_catalog.pg_proc p ON p.oid = g.aggfnoid
      JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname IN (@SCHEMAS@)\
      """;

  private static final String PREAMBLE =
      """
      SELECT statement FROM (
        SELECT DISTINCT 1 AS rank, n.nspname::text AS name,
          'CREATE SCHEMA IF NOT EXISTS ' || quote_ident(n.nspname) AS statement
        FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
        WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'public'
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.deptype = 'e'
            AND e.classid = 'pg_catalog.pg_namespace'::regclass AND e.objid = n.oid)
        UNION ALL
        SELECT 2, x.extname, 'CREATE EXTENSION IF NOT EXISTS ' || quote_ident(x.extname)
          || ' WITH SCHEMA ' || quote_ident(n.nspname)
        FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
        WHERE x.extname <> 'plpgsql'
        UNION ALL
        SELECT 3, n.nspname, 'COMMENT ON SCHEMA ' || quote_ident(n.nspname) || ' IS '
          || quote_literal(d.description)
        FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_description d ON d.objoid = n.oid
          AND d.classoid = 'pg_catalog.pg_namespace'::regclass
        WHERE n.nspname IN (@SCHEMAS@)
          AND NOT (n.nspname = 'public' AND d.description = 'standard public schema')
        UNION ALL
        @WORDS@
      ) p ORDER BY rank, name, statement\
      """;

  // Text search by words of the database's own: generated columns and indexes name it.
  private static final String WORDS =
      """
      SELECT DISTINCT 4, q.schema, 'CREATE SCHEMA IF NOT EXISTS ' || q.schema
        FROM (
          SELECT quote_ident(n.nspname) AS schema
          FROM pg_catalog.pg_ts_dict o JOIN pg_catalog.pg_namespace n ON n.oid = o.dictnamespace
          WHERE n.nspname IN (@SCHEMAS@) AND n.nspname <> 'public' AND @FREE@pg_ts_dict'::regclass AND e.objid = o.oid)
          UNION ALL
          SELECT quote_ident(n.nspname)
          FROM pg_catalog.pg_ts_config o JOIN pg_catalog.pg_namespace n ON n.oid = o.cfgnamespace
          WHERE n.nspname IN (@SCHEMAS@) AND n.nspname <> 'public' AND @FREE@pg_ts_config'::regclass AND e.objid = o.oid)
        ) q
        UNION ALL
        SELECT 5, quote_ident(n.nspname) || '.' || quote_ident(o.dictname), v.statement
        FROM pg_catalog.pg_ts_dict o JOIN pg_catalog.pg_namespace n ON n.oid = o.dictnamespace
        JOIN pg_catalog.pg_ts_template t ON t.oid = o.dicttemplate
        JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace
        CROSS JOIN LATERAL (VALUES
          ('CREATE TEXT SEARCH DICTIONARY ' || quote_ident(n.nspname) || '.' || quote_ident(o.dictname)
            || ' (TEMPLATE = ' || quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname)
            || coalesce(', ' || o.dictinitoption, '') || ')'),
          ('COMMENT ON TEXT SEARCH DICTIONARY ' || quote_ident(n.nspname) || '.' || quote_ident(o.dictname)
            || ' IS ' || quote_literal(pg_catalog.obj_description(o.oid, 'pg_ts_dict')))) AS v(statement)
        WHERE n.nspname IN (@SCHEMAS@) AND v.statement IS NOT NULL
          AND @FREE@pg_ts_dict'::regclass AND e.objid = o.oid)
        UNION ALL
        SELECT v.rank, quote_ident(n.nspname) || '.' || quote_ident(o.cfgname), v.statement
        FROM pg_catalog.pg_ts_config o JOIN pg_catalog.pg_namespace n ON n.oid = o.cfgnamespace
        JOIN pg_catalog.pg_ts_parser p ON p.oid = o.cfgparser
        JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace
        CROSS JOIN LATERAL (VALUES
          (6, 'CREATE TEXT SEARCH CONFIGURATION ' || quote_ident(n.nspname) || '.' || quote_ident(o.cfgname)
            || ' (PARSER = ' || quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) || ')'),
          (8, 'COMMENT ON TEXT SEARCH CONFIGURATION ' || quote_ident(n.nspname) || '.' || quote_ident(o.cfgname)
            || ' IS ' || quote_literal(pg_catalog.obj_description(o.oid, 'pg_ts_config')))) AS v(rank, statement)
        WHERE n.nspname IN (@SCHEMAS@) AND v.statement IS NOT NULL
          AND @FREE@pg_ts_config'::regclass AND e.objid = o.oid)
        UNION ALL
        SELECT 7, quote_ident(n.nspname) || '.' || quote_ident(o.cfgname), 'ALTER TEXT SEARCH CONFIGURATION '
          || quote_ident(n.nspname) || '.' || quote_ident(o.cfgname) || ' ADD MAPPING FOR ' || k.alias || ' WITH '
          || (SELECT string_agg(quote_ident(dn.nspname) || '.' || quote_ident(d.dictname), ', ' ORDER BY m.mapseqno)
            FROM pg_catalog.pg_ts_config_map m JOIN pg_catalog.pg_ts_dict d ON d.oid = m.mapdict
            JOIN pg_catalog.pg_namespace dn ON dn.oid = d.dictnamespace
            WHERE m.mapcfg = o.oid AND m.maptokentype = k.tokid)
        FROM pg_catalog.pg_ts_config o JOIN pg_catalog.pg_namespace n ON n.oid = o.cfgnamespace
        CROSS JOIN LATERAL pg_catalog.ts_token_type(o.cfgparser) AS k
        WHERE n.nspname IN (@SCHEMAS@) AND @FREE@pg_ts_config'::regclass AND e.objid = o.oid)
          AND EXISTS (SELECT FROM pg_catalog.pg_ts_config_map m
            WHERE m.mapcfg = o.oid AND m.maptokentype = k.tokid)\
      """;

  // What a dump of the whole database would hold and ours does not.
  private static final String REPORTED =
      """
      SELECT 'EVENT TRIGGER ' || quote_ident(evtname) AS what, NULL AS runs
        FROM pg_catalog.pg_event_trigger
      UNION ALL SELECT 'PUBLICATION ' || quote_ident(pubname), NULL FROM pg_catalog.pg_publication
      UNION ALL SELECT 'SERVER ' || quote_ident(srvname), NULL
        FROM pg_catalog.pg_foreign_server
      UNION ALL SELECT 'OPERATOR ' || quote_ident(n.nspname) || '.' || o.oprname || ' ('
          || CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE pg_catalog.format_type(o.oprleft, NULL) END
          || ', ' || pg_catalog.format_type(o.oprright, NULL) || ')',
          (SELECT quote_ident(fn.nspname) || '.' || quote_ident(f.proname)
            FROM pg_catalog.pg_proc f JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
            WHERE f.oid = o.oprcode)
        FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
        WHERE n.nspname IN (@SCHEMAS@) AND @FREE@pg_operator'::regclass AND e.objid = o.oid)
      UNION ALL SELECT 'OPERATOR CLASS ' || quote_ident(n.nspname) || '.' || quote_ident(o.opcname), NULL
        FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace
        WHERE n.nspname IN (@SCHEMAS@) AND @FREE@pg_opclass'::regclass AND e.objid = o.oid)
      UNION ALL SELECT 'CAST (' || pg_catalog.format_type(o.castsource, NULL) || ' AS '
          || pg_catalog.format_type(o.casttarget, NULL) || ')'
          || CASE o.castmethod WHEN 'b' THEN ' WITHOUT FUNCTION' WHEN 'i' THEN ' WITH INOUT'
            ELSE '' END
          || CASE o.castcontext WHEN 'i' THEN ' AS IMPLICIT' WHEN 'a' THEN ' AS ASSIGNMENT'
            ELSE '' END,
          (SELECT quote_ident(fn.nspname) || '.' || quote_ident(f.proname)
            FROM pg_catalog.pg_proc f JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
            WHERE f.oid = o.castfunc)
        FROM pg_catalog.pg_cast o
        WHERE o.oid >= 16384 AND @FREE@pg_cast'::regclass AND e.objid = o.oid)
      UNION ALL SELECT 'LANGUAGE ' || quote_ident(o.lanname), NULL
        FROM pg_catalog.pg_language o
        WHERE o.oid >= 16384 AND @FREE@pg_language'::regclass AND e.objid = o.oid)
      ORDER BY 1\
      """;

  // A partition that a view reads counts as its table.
  private static final String VIEW_USES =
      """
      SELECT DISTINCT n.nspname AS schema_name, v.relname AS table_name, un.nspname AS used_schema,
        u.relname AS used_name
      FROM pg_catalog.pg_rewrite w
      JOIN pg_catalog.pg_class v ON v.oid = w.ev_class AND v.relkind IN ('v', 'm')
      JOIN pg_catalog.pg_namespace n ON n.oid = v.relnamespace
      JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::regclass
        AND d.objid = w.oid AND d.refclassid = 'pg_catalog.pg_class'::regclass
        AND d.refobjid <> v.oid
      JOIN pg_catalog.pg_class o ON o.oid = d.refobjid AND o.relkind IN ('r', 'p', 'v', 'm', 'f')
      JOIN pg_catalog.pg_class u ON u.oid =
        CASE WHEN o.relispartition THEN pg_catalog.pg_partition_root(o.oid) ELSE o.oid END
      JOIN pg_catalog.pg_namespace un ON un.oid = u.relnamespace
      WHERE w.rulename = '_RETURN' AND n.nspname IN (@SCHEMAS@)\
      """;

  // plpgsql is in every database.
  private static final String EXTENSIONS =
      "SELECT extname FROM pg_catalog.pg_extension WHERE extname <> 'plpgsql' ORDER BY extname";

  private static final String BASE_TYPES =
      """
      SELECT @NAME@ AS name
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'b' AND t.typcategory <> 'A' AND @OURS@ ORDER BY 1\
      """;

  /** Puts in what the queries about types share; a type of an extension comes with it. */
  private static String types(String sql) {
    return sql.replace(
            "@COLUMNS@",
            "n.nspname AS schema_name, t.typname AS type_name,"
                + " pg_catalog.obj_description(t.oid, 'pg_type') AS comment, @EXTRAS@")
        .replace("@EXTRAS@", TYPE_EXTRAS)
        .replace("@NAME@", "quote_ident(n.nspname) || '.' || quote_ident(t.typname)")
        .replace(
            "@OURS@",
            "n.nspname IN (@SCHEMAS@) AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e"
                + " WHERE e.classid = 'pg_catalog.pg_type'::regclass AND e.objid = t.oid"
                + " AND e.deptype = 'e')");
  }

  static PostgreSqlObjects read(Asking asking) {
    List<Skipped> skipped =
        new ArrayList<>(
            asking.rows(
                types(BASE_TYPES),
                row ->
                    new Skipped(
                        "CREATE TYPE " + row.text("name"),
                        "It is a base type written in C; install it on every server.")));
    skipped.addAll(
        asking.rows(
            free(REPORTED),
            row ->
                new Skipped(
                    row.text("what"),
                    "It is in no file; make it by hand where it is needed.",
                    row.optional("runs"))));
    return new PostgreSqlObjects(
        asking.rows(byVersion(types(TYPES), asking.version()), PostgreSqlObjects::type),
        asking.byTable(VIEW_USES, row -> Asking.table(row, "used_schema", "used_name")),
        asking.rows(EXTENSIONS, row -> row.text("extname")),
        skipped,
        asking
            .rows(
                AGGREGATES,
                row ->
                    Map.entry(
                        Names.join(row.text("schema_name"), row.text("name"))
                            + row.text("signature"),
                        row.text("definition")))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        asking.rows(free(PREAMBLE.replace("@WORDS@", WORDS)), row -> row.text("statement")));
  }

  // what an extension or another object brings comes with it
  private static String free(String sql) {
    return sql.replace(
        "@FREE@",
        "NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.deptype IN ('e', 'i')"
            + " AND e.classid = 'pg_catalog.");
  }

  private static String byVersion(String sql, int version) {
    return sql.replace("@MULTIRANGE@", version >= 140000 ? MULTIRANGE : "''")
        .replace("@RULES@", version >= 160000 ? "t.collicurules" : "NULL::text")
        .replace(
            "@LOCALE@",
            version >= 170000
                ? "t.colllocale"
                : version >= 150000 ? "t.colliculocale" : "NULL::text");
  }

  private static final String MULTIRANGE =
      "coalesce((SELECT ', MULTIRANGE_TYPE_NAME = ' || quote_ident(mn.nspname) || '.'"
          + " || quote_ident(m.typname) FROM pg_catalog.pg_type m"
          + " JOIN pg_catalog.pg_namespace mn ON mn.oid = m.typnamespace"
          + " WHERE m.oid = r.rngmultitypid), '')";

  private static TypeDefinition type(Row row) throws SQLException {
    return new TypeDefinition(
        Asking.table(row, "schema_name", "type_name"),
        TypeDefinition.Kind.valueOf(row.text("kind")),
        row.text("definition"),
        row.optional("base"),
        row.optional("comment"),
        row.texts("extras"));
  }
}
