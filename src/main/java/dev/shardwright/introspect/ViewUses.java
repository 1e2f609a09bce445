package dev.shardwright.introspect;

import dev.shardwright.model.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What MariaDB's views read, out of its canonical text, in which every table stands as {@code
 * `database`.`table`} and every column has one part more or an alias before it.
 */
final class ViewUses {
  private static final Pattern TABLE =
      Pattern.compile("(?:from|join|,)[\\s(]*`((?:[^`]|``)+)`\\.`((?:[^`]|``)+)`(?!\\.)");

  private final Set<TableName> known;

  ViewUses(List<TableName> known) {
    this.known = new HashSet<>(known);
  }

  List<TableName> in(String query) {
    return TABLE
        .matcher(query)
        .results()
        .map(m -> new TableName(bare(m.group(1)), bare(m.group(2))))
        .filter(known::contains)
        .sorted()
        .distinct()
        .toList();
  }

  private static String bare(String quoted) {
    return quoted.replace("``", "`");
  }
}
