package dev.shardwright.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits SQL into words, quoted names and signs; comments are gone, strings are one sign. */
final class SqlTokens {
  /** What a token is. */
  enum Kind {
    WORD,
    QUOTED,
    STRING,
    SIGN
  }

  /**
   * A token.
   *
   * @param text a word as written, a quoted name without its quotes, a sign; of a string its text
   */
  record Token(Kind kind, String text) {
    boolean is(String word) {
      return kind != Kind.QUOTED && kind != Kind.STRING && text.equalsIgnoreCase(word);
    }

    boolean name() {
      return kind == Kind.WORD || kind == Kind.QUOTED;
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<blank>\\s+|--[^\\n]*|/\\*(?!M?!)(?s:.*?)\\*/|/\\*M?!\\d*|\\*/)\
          |(?<dollar>\\$(?<tag>[A-Za-z_]*)\\$(?s:.*?)\\$\\k<tag>\\$)\
          |(?<string>[eEbBxXnN]?'(?:[^'\\\\]|''|\\\\(?s:.))*+')\
          |"(?<double>(?:[^"]|"")*+)"|`(?<back>(?:[^`]|``)*+)`\
          |(?<word>[\\p{L}_][\\p{L}\\p{Nd}_$]*)|(?<number>\\d[\\d.]*(?:[eE][+-]?\\d+)?)\
          |(?<sign>(?s:.))\
          """);

  private SqlTokens() {}

  /**
   * The tokens of a text.
   *
   * @param hashComments true where {@code #} begins a comment (MySQL, MariaDB)
   */
  static List<Token> of(String sql, boolean hashComments) {
    List<Token> tokens = new ArrayList<>();
    Matcher at = TOKEN.matcher(sql);
    int from = 0;
    while (from < sql.length() && at.find(from)) {
      from = at.end();
      if (at.group("word") != null) {
        tokens.add(new Token(Kind.WORD, at.group("word")));
      } else if (at.group("double") != null) {
        tokens.add(new Token(Kind.QUOTED, at.group("double").replace("\"\"", "\"")));
      } else if (at.group("back") != null) {
        tokens.add(new Token(Kind.QUOTED, at.group("back").replace("``", "`")));
      } else if (at.group("string") != null || at.group("dollar") != null) {
        tokens.add(new Token(Kind.STRING, at.group()));
      } else if (hashComments && "#".equals(at.group("sign"))) {
        int end = sql.indexOf('\n', from);
        from = end < 0 ? sql.length() : end;
      } else if (at.group("blank") == null) {
        tokens.add(new Token(Kind.SIGN, at.group()));
      }
    }
    return tokens;
  }
}
