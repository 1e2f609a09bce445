package dev.shardwright.sql;

import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.List;

/** Names as MySQL writes them, quoted or not. */
final class MySqlName {
  private MySqlName() {}

  /** The name without its quotes. */
  static String bare(String written) {
    String text = written.strip();
    if (text.length() > 1 && "`\"'".indexOf(text.charAt(0)) >= 0) {
      String quote = text.substring(0, 1);
      if (text.endsWith(quote)) {
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
      }
    }
    return text;
  }

  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  static String quoted(List<String> names) {
    return String.join(",", names.stream().map(MySqlName::quoted).toList());
  }

  /** {@code table} or {@code database.table}. */
  static TableName table(String written, String database) {
    List<String> parts = parts(written);
    return parts.size() > 1
        ? new TableName(parts.get(parts.size() - 2), parts.getLast())
        : new TableName(database, parts.getFirst());
  }

  private static List<String> parts(String written) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < written.length(); ) {
      int end = SqlText.endOfQuotedOrComment(written, at);
      if (end > at) {
        at = end;
      } else if (written.charAt(at++) == '.') {
        parts.add(bare(written.substring(from, at - 1)));
        from = at;
      }
    }
    parts.add(bare(written.substring(from)));
    return parts;
  }

  /** The value of a string literal. */
  static String text(String literal) {
    String text = literal.strip();
    if (text.length() < 2 || (text.charAt(0) != '\'' && text.charAt(0) != '"')) {
      return text;
    }
    char quote = text.charAt(0);
    StringBuilder value = new StringBuilder();
    for (int at = 1; at < text.length() - 1; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        c = escaped(text.charAt(++at));
      } else if (c == quote) {
        at++;
      }
      value.append(c);
    }
    return value.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '0' -> '\0';
      default -> c;
    };
  }
}
