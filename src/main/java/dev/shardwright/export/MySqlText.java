package dev.shardwright.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Changes in SQL text of MySQL and MariaDB that leave strings and comments alone. */
final class MySqlText {
  // a quoted name doubles the quotes within, so no line within a name can begin so
  private static final Pattern ITEM =
      Pattern.compile("  (?:[A-Z ]*(?:KEY|CONSTRAINT) )?\\(?`(?!`).*|\\) ENGINE=.*");

  private MySqlText() {}

  /**
   * The lines of SHOW CREATE TABLE; a break within a name or a string ends none. Where MariaDB 11.4
   * prints a quote in a key's name as it is, so that the name never ends, the next column or key
   * does.
   */
  static List<String> lines(String definition) {
    List<String> lines = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : definition.strip().replace("\r\n", "\n").split("\n", -1)) {
      if (!open.isEmpty() && ITEM.matcher(line).matches()) {
        lines.add(open.toString());
        open.setLength(0);
      }
      open.append(open.isEmpty() ? "" : "\n").append(line);
      if (closed(open.toString())) {
        lines.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      lines.add(open.toString());
    }
    return lines;
  }

  private static boolean closed(String sql) {
    int i = 0;
    while (i < sql.length()) {
      int end = isQuote(sql.charAt(i)) ? endOfQuoted(sql, i) : i + 1;
      if (end < 0) {
        return false;
      }
      i = end;
    }
    return true;
  }

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
    if (isQuote(c)) {
      int end = endOfQuoted(sql, from);
      return end < 0 ? sql.length() : end;
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

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
  }

  /** Behind the quote that ends what begins here; -1 if nothing ends it. */
  private static int endOfQuoted(String sql, int from) {
    char quote = sql.charAt(from);
    for (int i = from + 1; i < sql.length(); i++) {
      if (sql.charAt(i) == '\\' && quote != '`') {
        i++;
      } else if (sql.charAt(i) == quote) {
        return i + 1;
      }
    }
    return -1;
  }
}
