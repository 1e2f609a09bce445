package dev.shardwright.introspect;

import dev.shardwright.model.Check;
import dev.shardwright.model.Partitioning;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What belongs to PostgreSQL's tables beside columns and indexes: checks, partitions, sizes … */
record PostgreSqlTables(
    Map<TableName, List<Check>> checks,
    Map<TableName, List<String>> unproven,
    Map<TableName, Partitioning> partitionings,
    Map<TableName, List<TableName>> inherits,
    Map<TableName, List<String>> policies,
    Map<TableName, List<String>> inherited,
    Map<TableName, List<NotNull>> notNulls,
    Map<TableName, Size> sizes) {
  private static final Logger LOG = LoggerFactory.getLogger(PostgreSqlTables.class);

  /** A column's NOT NULL that is not just these two words. */
  record NotNull(String column, String text) {}

  /** Rows and bytes of a table with its partitions. */
  record Size(RowCount rows, OptionalLong bytes) {}

  // An EXCLUDE is printed by pg_get_constraintdef alone. A NOT NULL that was never validated (new
  // in PostgreSQL 18) is a check: rows from before it may hold NULL.
  private static final String CHECKS =
      """
      SELECT n.nspname AS schema_name, c.relname AS table_name, k.conname, k.contype::text AS kind,
        pg_catalog.pg_get_constraintdef(k.oid) AS definition,
        CASE k.contype WHEN 'n' THEN (SELECT quote_ident(a.attname) || ' IS NOT NULL'
            FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[1])
          ELSE pg_catalog.pg_get_expr(k.conbin, k.conrelid) END AS expression,
        k.convalidated, @ENFORCED@ AS enforced,
        ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) AS columns
      FROM pg_catalog.pg_constraint k
      JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE (k.contype IN ('c', 'x') OR k.contype = 'n' AND NOT k.convalidated)
        AND NOT c.relispartition AND n.nspname IN (@SCHEMAS@)
      ORDER BY n.nspname, c.relname, k.conname\
      """;

  private static final String PARTITION_KEYS =
      """
      SELECT n.nspname AS schema_name, c.relname AS table_name,
        pg_catalog.pg_get_partkeydef(c.oid) AS key
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'p' AND NOT c.relispartition AND n.nspname IN (@SCHEMAS@)\
      """;

  // Those below come after those above, whatever their names.
  static final String PARTITIONS =
      """
      SELECT n.nspname AS schema_name, r.relname AS table_name, cn.nspname AS partition_schema,
        c.relname AS partition_name, pn.nspname AS parent_schema, p.relname AS parent_name,
        pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS bound,
        coalesce(pg_catalog.pg_get_partkeydef(c.oid), '') AS below
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace cn ON cn.oid = c.relnamespace
      JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid
      JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
      JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
      JOIN pg_catalog.pg_class r ON r.oid = pg_catalog.pg_partition_root(c.oid)
      JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
      WHERE c.relispartition AND c.relkind IN ('r', 'p', 'f') AND n.nspname IN (@SCHEMAS@)
      ORDER BY n.nspname, r.relname,
        (SELECT count(*) FROM pg_catalog.pg_partition_ancestors(c.oid)), cn.nspname, c.relname\
      """;

  private static final String INHERITS =
      """
      SELECT n.nspname AS schema_name, c.relname AS table_name, pn.nspname AS parent_schema,
        p.relname AS parent_name
      FROM pg_catalog.pg_inherits i
      JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
      JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
      WHERE c.relkind = 'r' AND NOT c.relispartition AND n.nspname IN (@SCHEMAS@)
      ORDER BY n.nspname, c.relname, i.inhseqno\
      """;

  private static final String INHERITED =
      """
      SELECT n.nspname AS schema_name, c.relname AS table_name, a.attname
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT a.attislocal AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'r'
        AND NOT c.relispartition AND n.nspname IN (@SCHEMAS@)\
      """;

  // A domain may say it for the column.
  private static final String NOT_NULLS =
      """
      SELECT n.nspname AS schema_name, c.relname AS table_name, a.attname,
        CASE WHEN a.attnotnull THEN 'NOT NULL' ELSE '' END AS text
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid AND t.typtype = 'd' AND t.typnotnull
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
        AND NOT c.relispartition AND n.nspname IN (@SCHEMAS@)\
      """;

  // PostgreSQL 18 gives every NOT NULL a name.
  private static final String NAMED_NOT_NULLS =
      """

      UNION ALL
      SELECT n.nspname, c.relname, a.attname,
        CASE WHEN k.conname = c.relname || '_' || a.attname || '_not_null' THEN ''
          ELSE 'CONSTRAINT ' || quote_ident(k.conname) || ' ' END
        || 'NOT NULL' || CASE WHEN k.connoinherit THEN ' NO INHERIT' ELSE '' END
      FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
      WHERE k.contype = 'n' AND k.convalidated AND k.conislocal AND NOT c.relispartition
        AND (k.connoinherit OR k.conname <> c.relname || '_' || a.attname || '_not_null')
        AND n.nspname IN (@SCHEMAS@)\
      """;

  private static final String POLICIES =
      """
      SELECT n.nspname AS schema_name, c.relname AS table_name,
        'CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || quote_ident(n.nspname) || '.'
        || quote_ident(c.relname) || CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
        || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT'
          WHEN 'w' THEN ' FOR UPDATE' WHEN 'd' THEN ' FOR DELETE' ELSE '' END
        || CASE WHEN p.polroles = '{0}' THEN '' ELSE ' TO ' || (
          SELECT string_agg(quote_ident(a.rolname), ', ' ORDER BY a.rolname)
          FROM pg_catalog.pg_roles a WHERE a.oid = ANY (p.polroles)) END
        || coalesce(' USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')', '')
        || coalesce(' WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
        AS policy
      FROM pg_catalog.pg_policy p
      JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN (@SCHEMAS@)
      ORDER BY n.nspname, c.relname, p.polname\
      """;

  // Before PostgreSQL 14 a table that was never analyzed has 0 rows and 0 pages, since then -1.
  private static final String SIZES =
      """
      SELECT n.nspname AS schema_name, r.relname AS table_name,
        sum(CASE WHEN c.reltuples >= 0 AND (c.relpages > 0 OR c.reltuples > 0 OR @ZERO_COUNTS@)
          THEN c.reltuples::bigint END) FILTER (WHERE c.relkind = 'r') AS row_count,
        @BYTES@ AS bytes
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_class r ON r.oid =
        CASE WHEN c.relispartition THEN pg_catalog.pg_partition_root(c.oid) ELSE c.oid END
      JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
      WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname IN (@SCHEMAS@)
      GROUP BY n.nspname, r.relname\
      """;

  static PostgreSqlTables read(Asking asking, Map<TableName, List<String>> extras) {
    String enforced = asking.version() >= 180000 ? "k.conenforced" : "true";
    Map<TableName, List<List<String>>> unproven = new LinkedHashMap<>();
    Map<TableName, List<Check>> checks =
        asking.byTable(
            CHECKS.replace("@ENFORCED@", enforced),
            row -> {
              if (row.text("kind").equals("n")) {
                unproven
                    .computeIfAbsent(
                        Asking.table(row, "schema_name", "table_name"), t -> new ArrayList<>())
                    .add(row.texts("columns"));
              }
              return check(row);
            });
    return new PostgreSqlTables(
        checks,
        flat(unproven),
        partitionings(asking, extras),
        asking.byTable(INHERITS, row -> Asking.table(row, "parent_schema", "parent_name")),
        asking.byTable(POLICIES, row -> row.text("policy")),
        asking.byTable(INHERITED, row -> row.text("attname")),
        asking.byTable(
            asking.version() >= 180000 ? NOT_NULLS + NAMED_NOT_NULLS : NOT_NULLS,
            row -> new NotNull(row.text("attname"), row.text("text"))),
        sizes(asking));
  }

  private static Map<TableName, List<String>> flat(Map<TableName, List<List<String>>> lists) {
    Map<TableName, List<String>> flat = new LinkedHashMap<>();
    lists.forEach((table, all) -> flat.put(table, all.stream().flatMap(List::stream).toList()));
    return flat;
  }

  private static Check check(Row row) throws SQLException {
    String definition = row.text("definition");
    return new Check(
        row.text("conname"),
        row.text("kind").equals("x"),
        row.optional("expression").orElse(definition),
        definition,
        row.flag("enforced"),
        row.flag("convalidated"));
  }

  private static Map<TableName, Partitioning> partitionings(
      Asking asking, Map<TableName, List<String>> extras) {
    Map<TableName, List<String>> keys = asking.byTable(PARTITION_KEYS, row -> row.text("key"));
    if (keys.isEmpty()) {
      return Map.of();
    }
    Map<TableName, List<Partitioning.Partition>> partitions =
        asking.byTable(PARTITIONS, row -> partition(row, extras));
    Map<TableName, Partitioning> all = new LinkedHashMap<>();
    keys.forEach((table, key) ->
        all.put(
            table, new Partitioning(key.getFirst(), partitions.getOrDefault(table, List.of()))));
    return all;
  }

  private static Partitioning.Partition partition(Row row, Map<TableName, List<String>> extras)
      throws SQLException {
    TableName name = Asking.table(row, "partition_schema", "partition_name");
    return new Partitioning.Partition(
        name,
        Asking.table(row, "parent_schema", "parent_name"),
        row.text("bound"),
        row.text("below"),
        extras.getOrDefault(name, List.of()));
  }

  private static Map<TableName, Size> sizes(Asking asking) {
    String sql =
        asking.complete(SIZES).replace("@ZERO_COUNTS@", String.valueOf(asking.version() >= 140000));
    List<Map.Entry<TableName, Size>> sizes;
    try {
      sizes =
          asking
              .answers()
              .tryQuery(
                  sql.replace("@BYTES@", "sum(pg_catalog.pg_total_relation_size(c.oid))"),
                  PostgreSqlTables::size);
    } catch (SQLException e) {
      // It opens each table and waits for one that is being altered; pages are known without.
      LOG.info("sizes from statistics, because {}", e.getMessage());
      sizes =
          asking.rows(
              sql.replace(
                  "@BYTES@", "sum(c.relpages::bigint) * current_setting('block_size')::bigint"),
              PostgreSqlTables::size);
    }
    Map<TableName, Size> byTable = new LinkedHashMap<>();
    sizes.forEach(e -> byTable.put(e.getKey(), e.getValue()));
    return byTable;
  }

  private static Map.Entry<TableName, Size> size(Row row) throws SQLException {
    OptionalLong rows = row.optionalNumber("row_count");
    return Map.entry(
        Asking.table(row, "schema_name", "table_name"),
        new Size(
            rows.isPresent() ? RowCount.estimate(rows.getAsLong()) : RowCount.UNKNOWN,
            row.optionalNumber("bytes")));
  }

  Optional<Partitioning> partitioning(TableName table) {
    return Optional.ofNullable(partitionings.get(table));
  }
}
