package dev.shardwright.sql;

import dev.shardwright.model.Product;

/**
 * Code in comments, {@code /*!50003 … *}{@code /}: unwrapped where the server would run it, taken
 * out where not.
 */
final class VersionComments {
  // What is assumed of the server when there is only a file: a recent one.
  private static final int MYSQL_VERSION = 90_700;
  private static final int MARIADB_VERSION = 110_400;
  // MariaDB manual, "Comment Syntax": it does not run what is meant for MySQL 5.7 and newer.
  private static final int FIRST_OF_MYSQL_ALONE = 50_700;
  private static final int LAST_OF_MYSQL_ALONE = 99_999;

  private VersionComments() {}

  /** The statement as the server reads it. */
  static String unwrap(String sql, Product product) {
    if (!sql.contains("/*!") && !sql.contains("/*M!")) {
      return sql;
    }
    StringBuilder out = new StringBuilder(sql.length());
    int at = 0;
    int open = 0;
    while (at < sql.length()) {
      int end = SqlText.endOfQuotedOrComment(sql, at);
      if (end > at) {
        out.append(sql, at, end);
        at = end;
      } else if (sql.startsWith("/*!", at) || sql.startsWith("/*M!", at)) {
        boolean mariaDbOnly = sql.charAt(at + 2) == 'M';
        int from = at + (mariaDbOnly ? 4 : 3);
        int digits = digits(sql, from);
        int version = digits == from ? 0 : Integer.parseInt(sql, from, digits, 10);
        if (runs(product, mariaDbOnly, version)) {
          open++;
          at = digits;
        } else {
          at = close(sql, digits);
        }
        out.append(' ');
      } else if (open > 0 && sql.startsWith("*/", at)) {
        open--;
        at += 2;
        out.append(' ');
      } else {
        out.append(sql.charAt(at++));
      }
    }
    return out.toString();
  }

  private static boolean runs(Product product, boolean mariaDbOnly, int version) {
    if (product == Product.MARIADB) {
      boolean forMySql =
          !mariaDbOnly && version >= FIRST_OF_MYSQL_ALONE && version <= LAST_OF_MYSQL_ALONE;
      return version <= MARIADB_VERSION && !forMySql;
    }
    return !mariaDbOnly && version <= MYSQL_VERSION;
  }

  private static int digits(String sql, int from) {
    int at = from;
    while (at < sql.length() && at < from + 6 && Character.isDigit(sql.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int close(String sql, int from) {
    int end = sql.indexOf("*/", from);
    return end < 0 ? sql.length() : end + 2;
  }
}
