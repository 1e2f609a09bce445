package dev.shardwright.introspect;

import dev.shardwright.model.TableName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and expressions as MySQL's and MariaDB's own texts write them. */
final class MySqlNames {
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

  private MySqlNames() {}

  static String quoted(TableName name) {
    return quoted(name.schema()) + "." + quoted(name.name());
  }

  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** A user as {@code CURRENT_USER()} names him, {@code ada@%}, as GRANT wants him. */
  static String account(String user) {
    int at = user.lastIndexOf('@');
    return at < 0
        ? quoted(user)
        : quoted(user.substring(0, at)) + "@" + quoted(user.substring(at + 1));
  }

  /** An expression of MySQL's dictionary, which escapes the whole text once more. */
  static String unescaped(String expression) {
    return ESCAPED
        .matcher(expression)
        .replaceAll(escaped ->
            Matcher.quoteReplacement(
                switch (escaped.group(1)) {
                  case "n" -> "\n";
                  case "r" -> "\r";
                  case "0" -> "\0";
                  default -> escaped.group(1);
                }));
  }
}
