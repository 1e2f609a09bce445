package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Paragraph {
  static final String NO_BREAK = "\u00A0";

  private Paragraph() {}

  /**
   * The text in lines no wider than allowed; a word that is wider is broken where it must be, and
   * what a no-break space joins stays together.
   */
  static List<String> lines(String text, Typeface face, double widest) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (face.width(longer) <= widest) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (face.width(line) > widest) {
        int end = fitting(line, face, widest);
        lines.add(line.substring(0, end));
        line = line.substring(end);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    lines.replaceAll(each -> each.replace(NO_BREAK, " "));
    return lines;
  }

  /** At least one letter, or a narrow column would never end. */
  static int fitting(String word, Typeface face, double widest) {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length()) {
      int next = word.offsetByCodePoints(end, 1);
      if (face.width(word.substring(0, next)) > widest) {
        break;
      }
      end = next;
    }
    return end;
  }
}
