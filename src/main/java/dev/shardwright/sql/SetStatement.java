package dev.shardwright.sql;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SET statement of MySQL: a list of assignments, perhaps in a version comment. */
final class SetStatement {
  // mariadb-dump's first line, /*M!999999\- enable the sandbox mode */, is glued to a SET.
  private static final Pattern SET =
      Pattern.compile(
          "(?is)((?:\\s++|--[^\\n]*+\\n|#[^\\n]*+\\n|/\\*M!999999\\\\-.*?\\*/|/\\*(?!M?!).*?\\*/"
              + "|/\\*M?!\\d*+)*+SET\\s)(.*?)(\\s*(?:\\*/\\s*)?)");

  private SetStatement() {}

  /** The statement with every assignment changed; any other statement unchanged. */
  static String withItems(String statement, UnaryOperator<String> change) {
    Matcher set = SET.matcher(statement);
    if (!set.matches()) {
      return statement;
    }
    String list = set.group(2);
    StringBuilder changed = new StringBuilder(set.group(1));
    int end = endOfItem(list, 0);
    changed.append(change.apply(list.substring(0, end)));
    while (end < list.length()) {
      int from = end + 1;
      end = endOfItem(list, from);
      changed.append(',').append(change.apply(list.substring(from, end)));
    }
    return changed.append(set.group(3)).toString();
  }

  private static int endOfItem(String list, int from) {
    int at = from;
    while (at < list.length() && list.charAt(at) != ',') {
      int end = SqlText.endOfQuotedOrComment(list, at);
      boolean open = list.charAt(at) == '(';
      at = open ? SqlText.closingParenthesis(list, at) : Math.max(end, at + 1);
    }
    return at;
  }
}
