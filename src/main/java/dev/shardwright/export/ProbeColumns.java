package dev.shardwright.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the columns that a probe answers with, read from its own text.
 *
 * <p>Only for SQL that Shardwright writes: every column is a plain one or has a name after AS.
 */
final class ProbeColumns {
  private static final Pattern QUOTED =
      Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`");
  private static final Pattern NAME =
      Pattern.compile(
          "(?:.*\\s|.*\\.)?(\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|[^\\s.]+)", Pattern.DOTALL);

  private ProbeColumns() {}

  static List<String> of(String sql) {
    String flat = withoutDepth(sql);
    int start = word(flat, "SELECT", 0) + "SELECT".length();
    int end = word(flat, "FROM", start);
    List<String> columns = new ArrayList<>();
    int from = start;
    for (int at = start; at <= end; at++) {
      if (at == end || flat.charAt(at) == ',') {
        columns.add(name(sql.substring(from, at).strip()));
        from = at + 1;
      }
    }
    return columns;
  }

  private static String name(String column) {
    Matcher name = NAME.matcher(column);
    String last = name.matches() ? name.group(1) : column;
    char quote = last.charAt(0);
    return quote == '"' || quote == '`'
        ? last.substring(1, last.length() - 1).replace("" + quote + quote, "" + quote)
        : last;
  }

  private static int word(String flat, String word, int from) {
    Matcher found = Pattern.compile("\\b" + word + "\\b").matcher(flat);
    return found.find(from) ? found.start() : flat.length();
  }

  /** The text with quoted parts and what stands in brackets blanked out, place by place. */
  private static String withoutDepth(String sql) {
    StringBuilder flat =
        new StringBuilder(QUOTED.matcher(sql).replaceAll(m -> "_".repeat(m.group().length())));
    int depth = 0;
    for (int i = 0; i < flat.length(); i++) {
      char c = flat.charAt(i);
      depth += c == '(' ? 1 : 0;
      if (depth > 0) {
        flat.setCharAt(i, '_');
      }
      depth -= c == ')' ? 1 : 0;
    }
    return flat.toString();
  }
}
