package dev.shardwright.introspect;

import dev.shardwright.model.Skipped;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeDefinition;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What stands beside PostgreSQL's tables: types, extensions, and what views read. */
record PostgreSqlObjects(
    List<TypeDefinition> types,
    Map<TableName, List<TableName>> viewUses,
    List<String> extensions,
    List<Skipped> skipped) {

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
            FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '')
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
            || pg_catalog.format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
          FROM pg_catalog.pg_attribute a
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
          || ')' AS definition,
        'RANGE' AS kind, NULL AS base, @COLUMNS@
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
      JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
      JOIN pg_catalog.pg_namespace os ON os.oid = o.opcnamespace
      WHERE t.typtype = 'r' AND @OURS@\
      """;

  private static final String TYPES =
      String.join("\nUNION ALL\n", ENUMS, DOMAINS, COMPOSITES, RANGES);

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
    return sql.replace("@NAME@", "quote_ident(n.nspname) || '.' || quote_ident(t.typname)")
        .replace(
            "@COLUMNS@",
            "n.nspname AS schema_name, t.typname AS type_name,"
                + " pg_catalog.obj_description(t.oid, 'pg_type') AS comment")
        .replace(
            "@OURS@",
            "n.nspname IN (@SCHEMAS@) AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e"
                + " WHERE e.classid = 'pg_catalog.pg_type'::regclass AND e.objid = t.oid"
                + " AND e.deptype = 'e')");
  }

  static PostgreSqlObjects read(Asking asking) {
    return new PostgreSqlObjects(
        asking.rows(types(TYPES), PostgreSqlObjects::type),
        asking.byTable(VIEW_USES, row -> Asking.table(row, "used_schema", "used_name")),
        asking.rows(EXTENSIONS, row -> row.text("extname")),
        asking.rows(
            types(BASE_TYPES),
            row ->
                new Skipped(
                    "CREATE TYPE " + row.text("name"),
                    "It is a base type written in C; install it on every server.")));
  }

  private static TypeDefinition type(Row row) throws SQLException {
    return new TypeDefinition(
        Asking.table(row, "schema_name", "type_name"),
        TypeDefinition.Kind.valueOf(row.text("kind")),
        row.text("definition"),
        row.optional("base"),
        row.optional("comment"));
  }
}
