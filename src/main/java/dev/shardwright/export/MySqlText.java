package dev.shardwright.export;

/** Changes in SQL text of MySQL and MariaDB that leave strings and comments alone. */
final class MySqlText {
  private MySqlText() {}

  /** The text without every occurrence of a name's beginning, e.g. {@code `shop`.}. */
  static String without(String sql, String prefix) {
    return replaced(sql, prefix, "");
  }

  /** The text with another beginning of names. */
  static String replaced(String sql, String prefix, String by) {
    StringBuilder text = new StringBuilder(sql.length());
    int i = 0;
    while (i < sql.length()) {
      if (sql.startsWith(prefix, i)) {
        text.append(by);
        i += prefix.length();
        continue;
      }
      int end = endOfLiteral(sql, i);
      text.append(sql, i, end);
      i = end;
    }
    return text.toString();
  }

  /** Behind the string, quoted name or comment that begins here, or one sign on. */
  private static int endOfLiteral(String sql, int from) {
    char c = sql.charAt(from);
    if (c == '\'' || c == '"' || c == '`') {
      for (int i = from + 1; i < sql.length(); i++) {
        if (sql.charAt(i) == '\\' && c != '`') {
          i++;
        } else if (sql.charAt(i) == c) {
          return i + 1;
        }
      }
      return sql.length();
    }
    if (sql.startsWith("/*", from) && !sql.startsWith("/*!", from)) {
      int end = sql.indexOf("*/", from);
      return end < 0 ? sql.length() : end + 2;
    }
    if (sql.startsWith("-- ", from) || c == '#') {
      int end = sql.indexOf('\n', from);
      return end < 0 ? sql.length() : end;
    }
    return from + 1;
  }
}
