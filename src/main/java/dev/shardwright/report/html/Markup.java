package dev.shardwright.report.html;

/**
 * Writes HTML in which text is always escaped: a name or comment of the database cannot become
 * markup.
 *
 * <p>Twenty lines of our own instead of a library, because it streams: a builder that keeps a tree
 * needs ten times the memory of the page.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Opens an element; attributes are names and values in turn. */
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    return this;
  }

  /** An element that holds nothing and is not closed; written so that XML tools read it too. */
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  Markup close(String tag) {
    out.append("</").append(tag).append('>');
    return this;
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  /** An element that holds text only. */
  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** Markup that the program itself made; nothing of the database may come in here. */
  Markup trusted(CharSequence markup) {
    out.append(markup);
    return this;
  }

  /** Ends a line, so that the page's source can be read. */
  Markup line() {
    out.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(shown(c) ? c : 0xFFFD);
          }
        });
  }

  /** Control signs, halves of characters and signs that turn the direction of text are not. */
  private static boolean shown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t' || c == '\r';
      case Character.SURROGATE -> false;
      case Character.FORMAT -> !((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
      default -> true;
    };
  }
}
