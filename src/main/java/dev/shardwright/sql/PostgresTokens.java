package dev.shardwright.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tokens of PostgreSQL code: words, quoted names and signs; strings and comments are none. */
final class PostgresTokens {
  private final String code;
  // PostgreSQL 18 manual, "Operators".
  private static final String OPERATOR_SIGNS = "+-*/<>=~!@#%^&|`?";

  private final List<Token> tokens = new ArrayList<>();
  private final List<String> operators = new ArrayList<>();
  private int operatorEnd = -1;
  private int at;

  private PostgresTokens(String code) {
    this.code = code;
  }

  /**
   * A token.
   *
   * @param text a name as the server folds it, or a sign; a string is {@code ''}
   * @param name true for words and quoted names
   * @param quoted a quoted name, which is no keyword
   */
  record Token(String text, boolean name, boolean quoted) {
    /** True if it is this keyword. */
    boolean is(String word) {
      return name && !quoted && text.equalsIgnoreCase(word);
    }

    boolean sign(String sign) {
      return !name && text.equals(sign);
    }
  }

  static List<Token> of(String code) {
    return List.copyOf(scanned(code).tokens);
  }

  /** Signs that stand together; each holds one operator or several. */
  static List<String> operators(String code) {
    return List.copyOf(scanned(code).operators);
  }

  private static PostgresTokens scanned(String code) {
    PostgresTokens scanner = new PostgresTokens(code);
    while (scanner.at < code.length()) {
      scanner.next();
    }
    return scanner;
  }

  private void next() {
    char c = code.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (code.startsWith("--", at)) {
      int end = code.indexOf('\n', at);
      at = end < 0 ? code.length() : end;
    } else if (code.startsWith("/*", at)) {
      comment();
    } else if (c == '\'') {
      boolean letter = at > 0 && "eE".indexOf(code.charAt(at - 1)) >= 0;
      string(letter && !tokens.isEmpty() && tokens.getLast().is("e"));
    } else if (c == '"') {
      quotedName();
    } else if (c == '$' && dollarQuote()) {
      tokens.add(new Token("''", false, false));
    } else if (Character.isLetter(c) || c == '_') {
      word();
    } else if (code.startsWith(":=", at)) {
      tokens.add(new Token(":=", false, false));
      at += 2;
    } else {
      tokens.add(new Token(String.valueOf(c), false, false));
      if (OPERATOR_SIGNS.indexOf(c) >= 0) {
        operator(c);
      }
      at++;
    }
  }

  private void operator(char sign) {
    String before = operatorEnd == at ? operators.removeLast() : "";
    operators.add(before + sign);
    operatorEnd = at + 1;
  }

  private void comment() {
    int depth = 0;
    do {
      if (code.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (code.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < code.length());
  }

  private void string(boolean escapes) {
    if (escapes) {
      tokens.removeLast();
    }
    for (at++; at < code.length(); at++) {
      char c = code.charAt(at);
      if (c == '\\' && escapes) {
        at++;
      } else if (c == '\'') {
        if (at + 1 >= code.length() || code.charAt(at + 1) != '\'') {
          break;
        }
        at++;
      }
    }
    at++;
    tokens.add(new Token("''", false, false));
  }

  private void quotedName() {
    StringBuilder name = new StringBuilder();
    for (at++; at < code.length(); at++) {
      char c = code.charAt(at);
      if (c == '"') {
        if (at + 1 >= code.length() || code.charAt(at + 1) != '"') {
          break;
        }
        at++;
      }
      name.append(c);
    }
    at++;
    tokens.add(new Token(name.toString(), true, true));
  }

  private boolean dollarQuote() {
    int end = at + 1;
    while (end < code.length()
        && (Character.isLetterOrDigit(code.charAt(end)) || code.charAt(end) == '_')) {
      end++;
    }
    if (end >= code.length() || code.charAt(end) != '$' || Character.isDigit(code.charAt(at + 1))) {
      return false;
    }
    String tag = code.substring(at, end + 1);
    int close = code.indexOf(tag, end + 1);
    at = close < 0 ? code.length() : close + tag.length();
    return true;
  }

  private void word() {
    int start = at;
    while (at < code.length()
        && (Character.isLetterOrDigit(code.charAt(at)) || "_$".indexOf(code.charAt(at)) >= 0)) {
      at++;
    }
    tokens.add(new Token(code.substring(start, at).toLowerCase(Locale.ROOT), true, false));
  }
}
