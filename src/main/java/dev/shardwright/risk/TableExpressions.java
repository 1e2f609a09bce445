package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Index;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL that stands in a PostgreSQL table and runs with its rows. */
final class TableExpressions {
  private static final Pattern POLICY =
      Pattern.compile("(?is)^\\s*CREATE\\s+POLICY\\b.*?(\\b(?:USING|WITH\\s+CHECK)\\s*\\(.*)");

  private final Map<String, String> all = new LinkedHashMap<>();

  private TableExpressions() {}

  /** The expressions that may call functions or hold queries, by what they are. */
  static Map<String, String> of(Table table) {
    TableExpressions found = new TableExpressions();
    String of = " of " + table.name();
    for (Column column : table.columns()) {
      column.defaultSql().ifPresent(sql -> found.add("the default of " + column.name() + of, sql));
      column
          .generated()
          .ifPresent(g -> found.add("the generated column " + column.name() + of, g.expression()));
    }
    table.checks().forEach(c -> found.add("the condition " + c.name() + of, c.expression()));
    table
        .keys()
        .forEach(k -> {
          k.parts().forEach(part -> found.part("the key " + k.name() + of, part));
          k.predicate().ifPresent(sql -> found.add("the key " + k.name() + of, sql));
        });
    for (Index index : table.indexes()) {
      index.parts().forEach(part -> found.part("the index " + index.name() + of, part));
      index.predicate().ifPresent(sql -> found.add("the index " + index.name() + of, sql));
    }
    table.options().forEach(option -> found.policy("a policy" + of, option));
    return found.all;
  }

  private void part(String what, KeyPart part) {
    if (part.expression()) {
      add(what, part.text());
    }
  }

  private void policy(String what, String option) {
    Matcher policy = POLICY.matcher(option);
    if (policy.matches()) {
      add(what, "1 " + policy.group(1));
    }
  }

  /** Without a bracket nothing is called. */
  private void add(String what, String sql) {
    if (sql.indexOf('(') >= 0) {
      all.merge(what, sql, (one, other) -> one + ", " + other);
    }
  }
}
