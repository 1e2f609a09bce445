package dev.shardwright.introspect;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.introspect.ConnectionTest.Role;
import dev.shardwright.model.Product;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a connection to PostgreSQL is like. Its catalogs are open to everyone: what can be missing
 * are rows, for questions to the data.
 */
record PostgreSqlConnection(Session session) implements ConnectionQuestions {
  private static final String ROLE = "SELECT pg_catalog.pg_is_in_recovery() AS replica";

  private static final String ENCRYPTION =
      """
      SELECT version || ', ' || cipher AS tls FROM pg_catalog.pg_stat_ssl
      WHERE pid = pg_catalog.pg_backend_pid() AND ssl\
      """;

  // Statistics only: asking for exact sizes would open every table.
  private static final String SIZES =
      """
      SELECT n.nspname AS name,
        count(*) FILTER (WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition) AS tables,
        sum(c.reltuples::bigint) FILTER (WHERE c.relkind = 'r' AND c.reltuples >= 0
          AND (c.relpages > 0 OR c.reltuples > 0)) AS row_count,
        sum(c.relpages::bigint + coalesce(t.relpages, 0)) FILTER (WHERE c.relkind IN ('r', 'i', 'm'))
          * pg_catalog.current_setting('block_size')::bigint AS bytes
      FROM pg_catalog.pg_namespace n
      LEFT JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relpersistence <> 't'
      LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
      WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
      GROUP BY n.nspname ORDER BY n.nspname\
      """;

  private static final String RIGHTS =
      """
      SELECT n.nspname AS name,
        NOT pg_catalog.has_schema_privilege(n.oid, 'USAGE') AS closed,
        count(*) FILTER (WHERE c.relkind IN ('r', 'p')
          AND NOT pg_catalog.has_table_privilege(c.oid, 'SELECT')) AS unreadable,
        count(*) FILTER (WHERE c.relkind IN ('r', 'p') AND c.relrowsecurity
          AND pg_catalog.row_security_active(c.oid)) AS filtered
      FROM pg_catalog.pg_namespace n
      LEFT JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relpersistence <> 't'
        AND NOT c.relispartition
      WHERE n.nspname IN (@SCHEMAS@)
      GROUP BY n.oid, n.nspname ORDER BY n.nspname\
      """;

  @Override
  public Role role() {
    return session.query(ROLE, row -> row.flag("replica")).getFirst() ? Role.REPLICA : Role.PRIMARY;
  }

  @Override
  public Optional<String> encryption() {
    return session.query(ENCRYPTION, row -> row.text("tls")).stream().findFirst();
  }

  @Override
  public List<SchemaSize> sizes() {
    return session.query(
        SIZES,
        row ->
            new SchemaSize(
                row.text("name"),
                (int) row.number("tables"),
                row.optionalNumber("row_count"),
                row.optionalNumber("bytes")));
  }

  @Override
  public List<MissingRight> missing(Asking asking, Role role) {
    return asking.rows(RIGHTS, this::missing).stream().flatMap(List::stream).toList();
  }

  private List<MissingRight> missing(Row row) throws SQLException {
    String name = row.text("name");
    String schema = Dialect.of(Product.POSTGRESQL).quote(name);
    String user = Dialect.of(Product.POSTGRESQL).quote(session.server().user());
    List<MissingRight> missing = new ArrayList<>();
    if (row.flag("closed")) {
      missing.add(
          new MissingRight(
              "all rows of " + name, "GRANT USAGE ON SCHEMA " + schema + " TO " + user));
    }
    if (row.number("unreadable") > 0) {
      missing.add(
          new MissingRight(
              "rows of " + tables(row.number("unreadable")) + " of " + name,
              "GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + user));
    }
    if (row.number("filtered") > 0) {
      missing.add(
          new MissingRight(
              "rows that row security hides in " + tables(row.number("filtered")) + " of " + name,
              "ALTER ROLE " + user + " BYPASSRLS"));
    }
    return missing;
  }

  private static String tables(long count) {
    return count == 1 ? "1 table" : count + " tables";
  }
}
