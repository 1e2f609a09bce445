package dev.shardwright.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What of a PostgreSQL statement was seen so far, as far as it decides whether a semicolon ends it:
 * not inside parentheses (rules with several actions) and not inside the body of a {@code BEGIN
 * ATOMIC} function. The same rules as psql's.
 */
final class StatementShape {
  private static final int WORDS_KEPT = 4;

  private final List<String> first = new ArrayList<>();
  private int parentheses;
  private int blocks;

  void reset() {
    first.clear();
    parentheses = 0;
    blocks = 0;
  }

  boolean complete() {
    return parentheses <= 0 && blocks == 0;
  }

  boolean startsWith(String word) {
    return !first.isEmpty() && first.getFirst().equals(word);
  }

  void sign(int b) {
    if (b == '(') {
      parentheses++;
    } else if (b == ')') {
      parentheses--;
    }
  }

  void word(String text) {
    String word = text.toUpperCase(Locale.ROOT);
    if (first.size() < WORDS_KEPT) {
      first.add(word);
    }
    if (parentheses == 0 && makesRoutine()) {
      switch (word) {
        case "BEGIN" -> blocks++;
        case "CASE" -> blocks += blocks > 0 ? 1 : 0;
        case "END" -> blocks -= blocks > 0 ? 1 : 0;
        default -> {}
      }
    }
  }

  private boolean makesRoutine() {
    int at = first.size() > 2 && first.get(1).equals("OR") ? 3 : 1;
    return startsWith("CREATE")
        && first.size() > at
        && (first.get(at).equals("FUNCTION") || first.get(at).equals("PROCEDURE"));
  }

  static boolean isWordStart(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || b >= 0x80;
  }

  static boolean isWordPart(int b) {
    return isWordStart(b) || (b >= '0' && b <= '9') || b == '$';
  }

  /** A tag of a dollar quote is a name without dollar signs. */
  static boolean isTagPart(int b, boolean first) {
    return isWordStart(b) || (!first && b >= '0' && b <= '9');
  }
}
