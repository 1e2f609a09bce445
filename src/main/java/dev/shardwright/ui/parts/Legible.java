package dev.shardwright.ui.parts;

import java.util.regex.Pattern;

/**
 * Words of the database as the window can show them: a name may hold line breaks, tabs or signs
 * that turn the direction of writing, and would tear a row apart or read as another name.
 */
public final class Legible {
  /** Tells where left to right goes on; it takes no room. */
  static final String LEFT_TO_RIGHT = "\u200E";

  private static final Pattern PLAIN = Pattern.compile("[ -~]*");
  private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFEFC]");
  private static final Pattern BLANKS = Pattern.compile("\\h");

  private Legible() {}

  /** A name as one line: line breaks and invisible signs are spelt, {@code a\nb}. */
  public static String line(String name) {
    if (PLAIN.matcher(name).matches()) {
      return name;
    }
    StringBuilder line = new StringBuilder();
    name.codePoints().forEach(c -> line.append(invisible(c) ? spelt(c) : Character.toString(c)));
    return directed(line.toString());
  }

  /** A text of several lines: the lines stay, other signs that cannot be seen go. */
  public static String text(String text) {
    StringBuilder seen = new StringBuilder();
    BLANKS
        .matcher(text.replace("\r\n", "\n"))
        .replaceAll(" ")
        .codePoints()
        .filter(c -> c == '\n' || !invisible(c))
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }

  /** Names stand in English sentences: around one of right to left the sentence keeps its order. */
  private static String directed(String name) {
    return RIGHT_TO_LEFT.matcher(name).find() ? LEFT_TO_RIGHT + name + LEFT_TO_RIGHT : name;
  }

  /** A line of at most so many signs, for a place that may not grow with it. */
  public static String brief(String line, int most) {
    return line.length() <= most ? line : line.substring(0, most - 1) + "…";
  }

  /** The line as it is typed, for what is compared with it. */
  public static String undirected(String line) {
    return line.replace(LEFT_TO_RIGHT, "");
  }

  /** Format signs among them: some turn the text that follows round. */
  private static boolean invisible(int c) {
    return Character.isISOControl(c)
        || switch (Character.getType(c)) {
          case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
          default -> false;
        };
  }

  private static String spelt(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u%04X".formatted(c);
    };
  }
}
