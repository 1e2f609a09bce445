package dev.shardwright.export;

import dev.shardwright.model.Column;

/** Small changes to statements and expressions as servers print them. */
final class SqlText {
  private SqlText() {}

  /** The text without the semicolon that some definitions end in. */
  static String unterminated(String sql) {
    String text = sql.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
  }

  /** {@code a > 0} for {@code (a > 0)}, but {@code (a) + (b)} as it is. */
  static String withoutOuterBrackets(String expression) {
    String text = expression.strip();
    if (!text.startsWith("(") || !text.endsWith(")")) {
      return text;
    }
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0) {
          return text;
        }
      }
    }
    return text.substring(1, text.length() - 1);
  }

  /** What a generated column has instead of a default. */
  static String generated(Column.Generated g) {
    return " GENERATED ALWAYS AS ("
        + withoutOuterBrackets(g.expression())
        + (g.stored() ? ") STORED" : ") VIRTUAL");
  }
}
