package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets pass what only reads: one SELECT, SHOW, EXPLAIN, WITH … SELECT or SET of the session.
 *
 * <p>The server's read-only session is the wall; this is the fence before it, so that a mistake of
 * ours is found before it reaches a server.
 */
final class ReadOnlyGuard {
  private static final Set<String> OPENERS = Set.of("SELECT", "SHOW", "WITH", "EXPLAIN", "SET");
  private static final Set<String> WRITERS =
      Set.of(
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "TRUNCATE",
          "CREATE",
          "DROP",
          "ALTER",
          "GRANT",
          "REVOKE",
          "COPY",
          "CALL",
          "LOCK",
          "INTO",
          "VACUUM",
          "REINDEX",
          "GLOBAL",
          "PERSIST");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_$]+");

  // PostgreSQL does not quote a column named lock or copy; after a table's name it is no command.
  private static final Pattern QUALIFIED =
      Pattern.compile("(?:\\b[A-Za-z_][A-Za-z0-9_$]*+\\.|\\? \\.)++[A-Za-z0-9_$]++");

  private final boolean backslashEscapes;

  ReadOnlyGuard(Product product) {
    this.backslashEscapes = product.isMySqlFamily();
  }

  /**
   * Checks one statement.
   *
   * @throws IllegalArgumentException if it could do more than read
   */
  void check(String sql) {
    String bare = withoutText(sql).strip();
    if (bare.indexOf(';') >= 0 && bare.indexOf(';') < bare.length() - 1) {
      throw refused("more than one statement", sql);
    }
    Matcher opener = WORD.matcher(bare);
    String first = opener.find() ? opener.group().toUpperCase(Locale.ROOT) : "";
    if (!OPENERS.contains(first)) {
      throw refused("not a reading statement", sql);
    }
    // SHOW CREATE TABLE names a writing word and only reads.
    if (!first.equals("SHOW")) {
      checkWords(QUALIFIED.matcher(bare).replaceAll("?"), sql);
    }
  }

  private static void checkWords(String bare, String sql) {
    Matcher words = WORD.matcher(bare);
    while (words.find()) {
      String word = words.group().toUpperCase(Locale.ROOT);
      if (WRITERS.contains(word)) {
        throw refused("the word " + word, sql);
      }
    }
  }

  private static IllegalArgumentException refused(String why, String sql) {
    return new IllegalArgumentException("refused to run (" + why + "): " + sql);
  }

  /** The statement with comments, strings and quoted names blanked out. */
  private String withoutText(String sql) {
    StringBuilder bare = new StringBuilder(sql.length());
    int i = 0;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (sql.startsWith("/*!", i) || sql.startsWith("/*M!", i)) {
        throw refused("a comment that MySQL runs", sql);
      }
      if (c == '\'' || c == '"' || c == '`') {
        i = afterQuoted(sql, i);
        bare.append(" ? ");
      } else if (sql.startsWith("--", i) || (c == '#' && backslashEscapes)) {
        i = after(sql, "\n", i);
        bare.append(' ');
      } else if (sql.startsWith("/*", i)) {
        i = after(sql, "*/", i + 2);
        bare.append(' ');
      } else {
        bare.append(c);
        i++;
      }
    }
    return bare.toString();
  }

  private int afterQuoted(String sql, int start) {
    char quote = sql.charAt(start);
    boolean escapes = quote != '`' && (backslashEscapes || isEscapeString(sql, start));
    int i = start + 1;
    while (i < sql.length() && sql.charAt(i) != quote) {
      i += escapes && sql.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  // PostgreSQL manual, "String Constants with C-Style Escapes": E'…'
  private static boolean isEscapeString(String sql, int quoteAt) {
    return quoteAt > 0
        && (sql.charAt(quoteAt - 1) == 'E' || sql.charAt(quoteAt - 1) == 'e')
        && (quoteAt == 1 || !Character.isLetterOrDigit(sql.charAt(quoteAt - 2)));
  }

  private static int after(String sql, String end, int from) {
    int at = sql.indexOf(end, from);
    return at < 0 ? sql.length() : at + end.length();
  }
}
