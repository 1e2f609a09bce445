package dev.shardwright.sql;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small questions about the text of a statement. */
public final class SqlText {
  private static final Pattern COMMENT =
      Pattern.compile("\\G(?:\\s+|--[^\\n]*(?:\\n|$)|#[^\\n]*(?:\\n|$)|/\\*(?!M?!)(?s:.*?)\\*/)");
  private static final Pattern OPEN_VERSION = Pattern.compile("\\G/\\*M?!\\d*\\s*");
  private static final Pattern WORD = Pattern.compile("\\G[A-Za-z_][A-Za-z_0-9]*");
  private static final int SHORT_LENGTH = 160;

  private SqlText() {}

  /** The text without comments and blanks before it. */
  public static String withoutLeadingComments(String sql) {
    return sql.substring(skip(sql, 0));
  }

  /** The first words in capitals, as far as there are only words. */
  public static String firstWords(String sql, int count) {
    StringBuilder words = new StringBuilder();
    int at = 0;
    for (int i = 0; i < count; i++) {
      at = skipCode(sql, at);
      Matcher word = WORD.matcher(sql);
      if (!word.find(at) || word.start() != at) {
        break;
      }
      words.append(words.isEmpty() ? "" : " ").append(word.group().toUpperCase(Locale.ROOT));
      at = word.end();
    }
    return words.toString();
  }

  /** One line of at most 160 characters, for reports. */
  public static String shortened(String sql) {
    String line = withoutLeadingComments(sql).strip().replaceAll("\\s+", " ");
    return line.length() <= SHORT_LENGTH ? line : line.substring(0, SHORT_LENGTH - 1) + "…";
  }

  /**
   * The end of the MySQL string, quoted name or plain comment that begins here; {@code at} itself
   * if none does. Version comments are code and none of these.
   */
  static int endOfQuotedOrComment(String sql, int at) {
    char c = sql.charAt(at);
    if (c == '\'' || c == '"' || c == '`') {
      return endOfQuoted(sql, at);
    }
    boolean dashes =
        sql.startsWith("--", at) && (at + 2 == sql.length() || sql.charAt(at + 2) <= ' ');
    if (c == '#' || dashes) {
      int end = sql.indexOf('\n', at);
      return end < 0 ? sql.length() : end;
    }
    if (sql.startsWith("/*", at) && !sql.startsWith("/*!", at) && !sql.startsWith("/*M!", at)) {
      int end = sql.indexOf("*/", at + 2);
      return end < 0 ? sql.length() : end + 2;
    }
    return at;
  }

  /** Behind the parenthesis that closes the one at {@code open}; the end if none does. */
  static int closingParenthesis(String sql, int open) {
    int depth = 0;
    for (int at = open; at < sql.length(); ) {
      int end = endOfQuotedOrComment(sql, at);
      if (end > at) {
        at = end;
        continue;
      }
      char c = sql.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return sql.length();
  }

  private static int endOfQuoted(String sql, int start) {
    char quote = sql.charAt(start);
    for (int at = start + 1; at < sql.length(); at++) {
      if (sql.charAt(at) == '\\' && quote != '`') {
        at++;
      } else if (sql.charAt(at) == quote) {
        if (at + 1 >= sql.length() || sql.charAt(at + 1) != quote) {
          return at + 1;
        }
        at++;
      }
    }
    return sql.length();
  }

  private static int skip(String sql, int from) {
    Matcher comment = COMMENT.matcher(sql);
    int at = from;
    while (comment.find(at) && comment.start() == at) {
      at = comment.end();
    }
    return at;
  }

  /** Skips comments and blanks, and steps into version comments, whose content is code. */
  private static int skipCode(String sql, int from) {
    int at = skip(sql, from);
    Matcher open = OPEN_VERSION.matcher(sql);
    return open.find(at) && open.start() == at ? skip(sql, open.end()) : at;
  }
}
