package dev.shardwright.introspect;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Product;
import java.sql.SQLException;
import java.util.List;

/**
 * What databases of MySQL and MariaDB are set to: it decides what text without a character set of
 * its own is, in routines and in tables to come.
 */
final class MySqlDatabases {
  private static final String DATABASES =
      """
      SELECT SCHEMA_NAME, DEFAULT_CHARACTER_SET_NAME AS charset,
        DEFAULT_COLLATION_NAME AS collation, @COMMENT@ AS comment, @ENCRYPTED@ AS encrypted
      FROM information_schema.SCHEMATA WHERE SCHEMA_NAME IN (@SCHEMAS@)
      ORDER BY SCHEMA_NAME\
      """;

  private MySqlDatabases() {}

  /** One ALTER DATABASE for each database, its name quoted. */
  static List<String> read(Asking asking) {
    boolean mariaDb = asking.product() == Product.MARIADB;
    boolean comments = mariaDb && asking.version() >= 100501;
    boolean encryption = !mariaDb && asking.version() >= 80016;
    String sql =
        DATABASES
            .replace("@COMMENT@", comments ? "SCHEMA_COMMENT" : "''")
            .replace("@ENCRYPTED@", encryption ? "DEFAULT_ENCRYPTION = 'YES'" : "0");
    Dialect dialect = Dialect.of(asking.product());
    return asking.rows(sql, row -> statement(row, dialect));
  }

  private static String statement(Row row, Dialect dialect) throws SQLException {
    String comment = row.optional("comment").orElse("");
    return "ALTER DATABASE "
        + MySqlNames.quoted(row.text("SCHEMA_NAME"))
        + " CHARACTER SET "
        + row.text("charset")
        + " COLLATE "
        + row.text("collation")
        + (comment.isEmpty() ? "" : " COMMENT " + dialect.literal(comment))
        + (row.number("encrypted") == 1 ? " ENCRYPTION 'Y'" : "");
  }
}
