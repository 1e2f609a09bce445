package dev.shardwright.introspect;

import dev.shardwright.model.Check;
import dev.shardwright.model.Partitioning;
import dev.shardwright.model.Product;
import dev.shardwright.model.TableName;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What belongs to tables of MySQL and MariaDB beside columns and keys: checks and partitions. */
record MySqlTables(Map<TableName, List<Check>> checks, Map<TableName, Partitioning> partitionings) {

  private static final String MYSQL_CHECKS =
      """
      SELECT t.TABLE_SCHEMA AS schema_name, t.TABLE_NAME AS table_name, c.CONSTRAINT_NAME AS name,
        c.CHECK_CLAUSE AS clause, t.ENFORCED = 'YES' AS enforced
      FROM information_schema.CHECK_CONSTRAINTS c
      JOIN information_schema.TABLE_CONSTRAINTS t ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA
        AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME AND t.CONSTRAINT_TYPE = 'CHECK'
      WHERE c.CONSTRAINT_SCHEMA IN (@SCHEMAS@)
      ORDER BY t.TABLE_SCHEMA, t.TABLE_NAME, c.CONSTRAINT_NAME\
      """;

  private static final String MARIADB_CHECKS =
      """
      SELECT CONSTRAINT_SCHEMA AS schema_name, TABLE_NAME AS table_name, CONSTRAINT_NAME AS name,
        CHECK_CLAUSE AS clause, 1 AS enforced
      FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN (@SCHEMAS@)
      ORDER BY CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME\
      """;

  static final String PARTITIONS =
      """
      SELECT TABLE_SCHEMA AS schema_name, TABLE_NAME AS table_name, PARTITION_NAME,
        PARTITION_METHOD, PARTITION_EXPRESSION, PARTITION_DESCRIPTION, SUBPARTITION_METHOD,
        SUBPARTITION_EXPRESSION
      FROM information_schema.PARTITIONS
      WHERE PARTITION_NAME IS NOT NULL AND TABLE_SCHEMA IN (@SCHEMAS@)
        AND coalesce(SUBPARTITION_ORDINAL_POSITION, 1) = 1
      ORDER BY TABLE_SCHEMA, TABLE_NAME, PARTITION_ORDINAL_POSITION\
      """;

  private record Part(
      TableName table,
      String name,
      String method,
      Optional<String> expression,
      Optional<String> values,
      String below) {

    /** {@code RANGE (year(`d`))}. */
    String key() {
      return method + " (" + expression.orElse("") + ")";
    }

    Partitioning.Partition partition() {
      String bound =
          values
              .map(
                  v -> (method.startsWith("LIST") ? "VALUES IN (" : "VALUES LESS THAN (") + v + ")")
              .orElse("");
      return new Partitioning.Partition(new TableName(table.schema(), name), table, bound, below);
    }
  }

  static MySqlTables read(Asking asking, List<TableName> partitioned) {
    return new MySqlTables(checks(asking), partitionings(asking, partitioned));
  }

  private static Map<TableName, List<Check>> checks(Asking asking) {
    boolean mySql = asking.product() == Product.MYSQL;
    // MySQL 8.0.16 manual, "CHECK Constraints"; MariaDB has the view since 10.3.10.
    if (mySql && asking.version() < 80016) {
      return Map.of();
    }
    return mySql
        ? asking.byTable(MYSQL_CHECKS, row -> check(row, MySqlNames.unescaped(row.text("clause"))))
        : asking.byTable(MARIADB_CHECKS, row -> check(row, row.text("clause")));
  }

  private static Check check(Row row, String clause) throws SQLException {
    return new Check(
        row.text("name"), false, clause, "CHECK (" + clause + ")", row.flag("enforced"), true);
  }

  private static Map<TableName, Partitioning> partitionings(
      Asking asking, List<TableName> partitioned) {
    if (partitioned.isEmpty()) {
      return Map.of();
    }
    Map<TableName, Partitioning> all = new LinkedHashMap<>();
    asking
        .byTable(PARTITIONS, MySqlTables::part)
        .forEach((table, parts) ->
            all.put(
                table,
                new Partitioning(
                    parts.getFirst().key(), parts.stream().map(Part::partition).toList())));
    return all;
  }

  private static Part part(Row row) throws SQLException {
    Optional<String> below = row.optional("SUBPARTITION_METHOD");
    String expression = row.optional("SUBPARTITION_EXPRESSION").orElse("");
    return new Part(
        Asking.table(row, "schema_name", "table_name"),
        row.text("PARTITION_NAME"),
        row.text("PARTITION_METHOD"),
        row.optional("PARTITION_EXPRESSION"),
        row.optional("PARTITION_DESCRIPTION"),
        below.map(method -> method + " (" + expression + ")").orElse(""));
  }
}
