package dev.shardwright.sql;

import dev.shardwright.model.Product;
import dev.shardwright.model.TableName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the tables of the catalog that a body means by a name. */
final class BodyTables {
  private final Set<TableName> exact = new HashSet<>();
  private final Map<String, Set<TableName>> byName = new HashMap<>();
  private final Product product;

  BodyTables(Product product, Collection<TableName> catalog) {
    this.product = product;
    for (TableName table : catalog) {
      exact.add(table);
      byName.computeIfAbsent(folded(table.name()), n -> new HashSet<>()).add(table);
    }
  }

  /** The tables; of a name without schema all of that name, wherever they lie. */
  Set<TableName> find(List<String> parts) {
    if (parts.isEmpty()) {
      return Set.of();
    }
    Set<TableName> named = byName.getOrDefault(folded(parts.getLast()), Set.of());
    if (parts.size() == 1) {
      return named;
    }
    String schema = parts.get(parts.size() - 2);
    TableName whole = new TableName(schema, parts.getLast());
    return exact.contains(whole)
        ? Set.of(whole)
        : named.stream()
            .filter(table -> folded(table.schema()).equals(folded(schema)))
            .collect(java.util.stream.Collectors.toSet());
  }

  // MySQL on some systems, and its users on all, do not mind the case of a table's name.
  private String folded(String name) {
    return product.isMySqlFamily() ? name.toLowerCase(Locale.ROOT) : name;
  }
}
