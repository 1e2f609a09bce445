package dev.shardwright.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** SQL text for people: headed groups, one statement a paragraph, comments that never run. */
final class Script {
  private static final int WIDTH = 98;
  private final Appendable out;
  private final String sign;

  Script(Appendable out) {
    this(out, "--");
  }

  private Script(Appendable out, String sign) {
    this.out = out;
    this.sign = sign;
  }

  /** A configuration file, whose comments begin with another sign. */
  static Script config(Appendable out) {
    return new Script(out, "#");
  }

  /** A group's title, between lines of its own. */
  Script heading(String title) {
    String rule = sign + " " + "-".repeat(WIDTH - 3);
    return line("").line(rule).comment(title).line(rule);
  }

  /** One or more lines of comment, wrapped between words. */
  Script comment(String text) {
    return comment("", text);
  }

  /** An empty line within a comment. */
  Script gap() {
    return line(sign);
  }

  private Script comment(String bullet, String text) {
    String plain = harmless(text);
    String start = sign + " " + bullet;
    int width = WIDTH - start.length();
    int from = 0;
    while (plain.length() - from > width) {
      int space = plain.lastIndexOf(' ', from + width);
      if (space <= from) {
        space = plain.indexOf(' ', from);
        if (space < 0) {
          break;
        }
      }
      line(start + plain.substring(from, space));
      start = sign + " " + " ".repeat(bullet.length());
      from = space + 1;
    }
    return line((start + plain.substring(from)).stripTrailing());
  }

  /** Comment lines with one bullet point each. */
  Script bullets(List<String> items) {
    items.forEach(item -> comment("- ", item));
    return this;
  }

  /** A command to be copied, on a line of its own behind the words that lead to it. */
  Script command(String words, String command) {
    return comment(words).commentedOut(command);
  }

  /** A statement, terminated. */
  Script statement(String sql) {
    return line(sql + ";");
  }

  Script blank() {
    return line("");
  }

  /** A text as comment lines of its own, e.g. a statement that must not run. */
  Script commentedOut(String sql) {
    sql.lines().forEach(each -> line(each.isEmpty() ? sign : sign + "   " + each));
    return this;
  }

  Script line(String text) {
    try {
      out.append(text).append('\n');
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No line end and no semicolon, so that a name can neither end the comment nor a statement. */
  private static String harmless(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || lineEnd(c) ? ' ' : c == ';' ? ',' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString().strip();
  }

  private static boolean lineEnd(int c) {
    return c == '\u2028' || c == '\u2029' || c == '\u0085';
  }
}
