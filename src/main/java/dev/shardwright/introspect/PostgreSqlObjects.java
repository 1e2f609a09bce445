package dev.shardwright.introspect;

import dev.shardwright.model.MinorObject;
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
 * What stands beside PostgreSQL's tables: types, operators, extensions, and what views read.
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
    List<String> preamble,
    List<MinorObject> minors) {

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
        SELECT 3, x.extname, 'COMMENT ON EXTENSION ' || quote_ident(x.extname) || ' IS '
          || quote_literal(pg_catalog.obj_description(x.oid, 'pg_extension'))
        FROM pg_catalog.pg_extension x
        LEFT JOIN pg_catalog.pg_available_extensions a ON a.name = x.extname
        WHERE pg_catalog.obj_description(x.oid, 'pg_extension') IS DISTINCT FROM a.comment
          AND pg_catalog.obj_description(x.oid, 'pg_extension') IS NOT NULL
        UNION ALL
        SELECT 3, n.nspname, 'COMMENT ON SCHEMA ' || quote_ident(n.nspname) || ' IS '
          || quote_literal(d.description)
        FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_description d ON d.objoid = n.oid
          AND d.classoid = 'pg_catalog.pg_namespace'::regclass
        WHERE n.nspname IN (@SCHEMAS@)
          AND NOT (n.nspname = 'public' AND d.description = 'standard public schema')
      ) p ORDER BY rank, name, statement\
      """;

  // What a dump of the whole database would hold and ours does not.
  private static final String REPORTED =
      """
      SELECT what, why FROM (
        SELECT 'LARGE OBJECTS (' || count(*) || ')' AS what, 'Rows know them by number only, so no'
          || ' row tells whose they are; move them by hand.' AS why, count(*) AS n
        FROM pg_catalog.pg_largeobject_metadata
        UNION ALL
        SELECT 'DEFAULT PRIVILEGES of ' || quote_ident(r.rolname) || coalesce(' in ' || quote_ident(n.nspname), ''),
          'Rights are given anew, by grants.sql.', 1
        FROM pg_catalog.pg_default_acl d JOIN pg_catalog.pg_roles r ON r.oid = d.defaclrole
        LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace
        GROUP BY r.rolname, n.nspname
        UNION ALL
        SELECT 'SECURITY LABELS (' || count(*) || ')',
          'A provider of the server gives them; set them by hand where it is installed.', count(*)
        FROM pg_catalog.pg_seclabel
        UNION ALL
        SELECT 'FOREIGN TABLE ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname),
          'A partition whose rows live on another server: the files make it a table of this one.', 1
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'f' AND c.relispartition AND n.nspname IN (@SCHEMAS@)
        UNION ALL
        SELECT 'FOREIGN TABLE ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            || ' INHERITS (' || quote_ident(pn.nspname) || '.' || quote_ident(p.relname) || ')',
          'The files make it with these columns, but not as a child.', 1
        FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
        JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
        WHERE c.relkind = 'f' AND NOT c.relispartition AND n.nspname IN (@SCHEMAS@)
        UNION ALL
        SELECT 'TABLE ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname) || ' USING '
            || quote_ident(m.amname),
          'The files make it without its access method, which this version cannot change later.', 1
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_am m ON m.oid = c.relam
        WHERE c.relkind IN ('r', 'p', 'm') AND m.amname <> 'heap' AND @METHODS_STAY@
          AND n.nspname IN (@SCHEMAS@)) r
      WHERE n > 0 ORDER BY what\
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
    PostgreSqlMinors minors = PostgreSqlMinors.read(asking);
    List<Skipped> skipped = new ArrayList<>(minors.skipped());
    skipped.addAll(
        asking.rows(
            // not the version itself: a collection script asks alike of all between two of them
            REPORTED.replace(
                "@METHODS_STAY@",
                String.valueOf(asking.version() < PostgreSqlExtras.METHOD_CAN_BE_SET)),
            row -> new Skipped(row.text("what"), row.text("why"))));
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
        asking.rows(PREAMBLE, row -> row.text("statement")),
        minors.all());
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
