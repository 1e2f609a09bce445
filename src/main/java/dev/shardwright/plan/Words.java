package dev.shardwright.plan;

import java.util.ArrayList;
import java.util.List;

/** Cuts text at separators that are not inside quotes. */
final class Words {
  private Words() {}

  /** Where {@code mark} first stands outside quotes at or after {@code from}, or -1. */
  static int find(String text, String mark, int from) {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && i >= from && text.startsWith(mark, i)) {
        return i;
      }
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '`') {
        quote = c;
      }
    }
    return -1;
  }

  /** The parts between commas, stripped. */
  static List<String> commas(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = find(text, ",", 0); at >= 0; at = find(text, ",", from)) {
      parts.add(text.substring(from, at).strip());
      from = at + 1;
    }
    parts.add(text.substring(from).strip());
    return parts;
  }
}
