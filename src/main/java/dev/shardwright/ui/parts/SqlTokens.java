package dev.shardwright.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL cut into coloured pieces; it only colours, so it may be wrong about odd text. */
public final class SqlTokens {
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<comment>--[^\\n]*|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/)?)"
              + "|(?<string>'(?:[^']|'')*+'?)"
              + "|(?<name>\"[^\"\\n]*+\"?|`[^`\\n]*+`?)"
              + "|(?<number>\\b\\d+(?:\\.\\d+)?\\b)"
              + "|(?<word>[A-Za-z_][A-Za-z_0-9$]*)");

  private static final Set<String> KEYWORDS =
      Set.of(
          ("ADD AFTER ALL ALTER ALWAYS AND AS ASC AUTO_INCREMENT BEFORE BEGIN BETWEEN BIGINT BY"
               + " CASCADE CASE CHARSET CHECK COLLATE COLUMN COMMENT COMMIT CONSTRAINT COUNT CREATE"
               + " CROSS CURRENT_TIMESTAMP DATABASE DATE DECIMAL DEFAULT DEFERRABLE DELETE DESC"
               + " DISTINCT DROP EACH ELSE END ENGINE ENUM EXISTS FALSE FOR FOREIGN FROM FUNCTION"
               + " GENERATED GRANT GROUP HAVING IDENTITY IF IN INDEX INNER INSERT INT INTEGER INTO"
               + " IS JOIN KEY LEFT LIKE LIMIT MODIFY NEW NO NOT NULL NUMERIC OFFSET OLD ON OR"
               + " ORDER OUTER OWNED PRIMARY REFERENCES RESTRICT RETURN RETURNING RIGHT ROW SCHEMA"
               + " SELECT SEQUENCE SET SMALLINT START TABLE TEXT THEN TIMESTAMP TO TRIGGER TRUE"
               + " TYPE UNION UNIQUE UNSIGNED UPDATE USE USING VALUES VARCHAR VIEW WHEN WHERE WITH")
              .split(" "));

  private SqlTokens() {}

  /**
   * One piece of the text; all pieces together are the text.
   *
   * @param style keyword, string, comment, number, name, or empty
   */
  public record Token(String text, String style) {}

  static List<Token> of(String sql) {
    List<Token> tokens = new ArrayList<>();
    Matcher piece = PIECE.matcher(sql);
    int end = 0;
    while (piece.find()) {
      if (piece.start() > end) {
        tokens.add(new Token(sql.substring(end, piece.start()), ""));
      }
      tokens.add(new Token(piece.group(), style(piece)));
      end = piece.end();
    }
    if (end < sql.length()) {
      tokens.add(new Token(sql.substring(end), ""));
    }
    return tokens;
  }

  private static String style(Matcher piece) {
    if (piece.group("word") != null) {
      return KEYWORDS.contains(piece.group().toUpperCase(Locale.ROOT)) ? "keyword" : "";
    }
    for (String kind : List.of("comment", "string", "name", "number")) {
      if (piece.group(kind) != null) {
        return kind;
      }
    }
    return "";
  }
}
