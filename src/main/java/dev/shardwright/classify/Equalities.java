package dev.shardwright.classify;

import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.Names;
import dev.shardwright.model.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns of one table that always hold the same value. */
final class Equalities {
  private static final String NAME = "(\"[^\"]+\"|`[^`]+`|\\w+)";
  private static final Pattern EQUAL =
      Pattern.compile("\\(*\\s*" + NAME + "\\s*=\\s*" + NAME + "\\s*\\)*");
  private static final Pattern COPY = Pattern.compile("\\(*\\s*" + NAME + "\\s*\\)*");

  private Equalities() {}

  /** Both directions of every pair that a CHECK (a = b) or a generated copy keeps equal. */
  static Map<String, String> of(Table table) {
    Map<String, String> equal = new HashMap<>();
    for (Check check : table.checks()) {
      Matcher found = EQUAL.matcher(check.expression().strip());
      if (check.enforced() && check.validated() && !check.exclusion() && found.matches()) {
        pair(table, bare(found.group(1)), bare(found.group(2)), equal);
      }
    }
    for (Column column : table.columns()) {
      column
          .generated()
          .map(g -> COPY.matcher(g.expression().strip()))
          .filter(Matcher::matches)
          .ifPresent(copy -> pair(table, column.name(), bare(copy.group(1)), equal));
    }
    return equal;
  }

  private static void pair(Table table, String a, String b, Map<String, String> equal) {
    if (table.column(a).isPresent() && table.column(b).isPresent()) {
      equal.put(a, b);
      equal.put(b, a);
    }
  }

  private static String bare(String name) {
    return Names.split(name).getFirst();
  }
}
