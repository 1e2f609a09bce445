package dev.shardwright.model;

import java.util.ArrayList;
import java.util.List;

/** Dotted names as people and files write them: {@code schema.table.constraint}. */
public final class Names {
  private Names() {}

  /** Joins parts with dots; a part that holds a dot or a double quote is double-quoted. */
  public static String join(String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(text.isEmpty() ? "" : ".").append(quoteIfNeeded(part));
    }
    return text.toString();
  }

  /**
   * Splits a dotted name at its unquoted dots and takes the quotes off. Double quotes and MySQL's
   * back quotes both quote; a doubled quote inside stands for itself.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  public static List<String> split(String dotted) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < dotted.length(); i++) {
      char c = dotted.charAt(i);
      if (quote != 0) {
        if (c != quote) {
          part.append(c);
        } else if (i + 1 < dotted.length() && dotted.charAt(i + 1) == quote) {
          part.append(c);
          i++;
        } else {
          quote = 0;
        }
      } else if ((c == '"' || c == '`') && part.isEmpty()) {
        quote = c;
      } else if (c == '.') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("the quote in " + dotted + " is not closed");
    }
    parts.add(part.toString());
    return List.copyOf(parts);
  }

  private static String quoteIfNeeded(String part) {
    boolean plain = part.indexOf('.') < 0 && part.indexOf('"') < 0;
    return plain ? part : '"' + part.replace("\"", "\"\"") + '"';
  }
}
