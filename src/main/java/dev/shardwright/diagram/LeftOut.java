package dev.shardwright.diagram;

import dev.shardwright.model.Figures;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.plan.Layout.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a drawing does not show, in words: a poster must not pass for the whole database. */
final class LeftOut {
  private LeftOut() {}

  /** {@code 2 tables, 3 columns, cut keys}; empty if everything is drawn. */
  static String words(Schema schema, Hidden hidden, RelationFilter relations) {
    List<String> words = new ArrayList<>();
    long tables = schema.tables().stream().filter(t -> hidden.tables().contains(t.name())).count();
    if (tables > 0) {
      words.add(Figures.count(tables, "table"));
    }
    long columns = columns(schema, hidden);
    if (columns > 0) {
      words.add(Figures.count(columns, "column"));
    }
    for (Link.Sort sort : Link.Sort.values()) {
      if (relations.without().contains(sort)) {
        words.add(sort.plural());
      }
    }
    if (relations.withoutContext()) {
      words.add("keys into context");
    }
    return String.join(", ", words);
  }

  /** Those that there still are, in tables that are drawn. */
  private static long columns(Schema schema, Hidden hidden) {
    Map<?, Table> tables = schema.byName();
    return hidden.columns().entrySet().stream()
        .filter(e -> !hidden.tables().contains(e.getKey()))
        .mapToLong(e ->
            Optional.ofNullable(tables.get(e.getKey())).map(t -> of(t, e.getValue())).orElse(0L))
        .sum();
  }

  private static long of(Table table, Set<String> names) {
    return table.columns().stream().filter(c -> names.contains(c.name())).count();
  }
}
