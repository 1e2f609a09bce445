package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.Skipped;
import java.sql.SQLException;
import java.util.List;

/** MySQL's histograms, which stand in no table's text and are made from rows. */
final class MySqlHistograms {
  private static final String HISTOGRAMS =
      """
      SELECT SCHEMA_NAME AS schema_name, TABLE_NAME AS table_name, COLUMN_NAME AS name,
        HISTOGRAM->>'$."number-of-buckets-specified"' AS buckets,
        coalesce(HISTOGRAM->>'$."auto-update"', 'false') AS automatic
      FROM information_schema.COLUMN_STATISTICS WHERE SCHEMA_NAME IN (@SCHEMAS@)
      ORDER BY SCHEMA_NAME, TABLE_NAME, COLUMN_NAME\
      """;

  private MySqlHistograms() {}

  /** The statements that make them again. */
  static List<Skipped> read(Asking asking) {
    // MySQL 8.0.3, "COLUMN_STATISTICS"
    return asking.product() == Product.MYSQL && asking.version() >= 80003
        ? asking.rows(HISTOGRAMS, MySqlHistograms::skipped)
        : List.of();
  }

  private static Skipped skipped(Row row) throws SQLException {
    return new Skipped(
        "ANALYZE TABLE %s UPDATE HISTOGRAM ON %s WITH %s BUCKETS%s"
            .formatted(
                MySqlNames.quoted(Asking.table(row, "schema_name", "table_name")),
                MySqlNames.quoted(row.text("name")),
                row.text("buckets"),
                row.text("automatic").equals("true") ? " AUTO UPDATE" : ""),
        "A histogram is made from rows; run this when they are there.");
  }
}
