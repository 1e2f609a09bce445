package dev.shardwright.risk;

import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The keys of a schema that a column may point at, by the names that it would call them. */
final class KeyTargets {
  private final Map<TableName, KeyTarget> byTable = new TreeMap<>();
  private final Map<String, List<KeyTarget>> byName = new HashMap<>();
  private final Map<String, List<KeyTarget>> byEnding = new HashMap<>();

  KeyTargets(Schema schema, ColumnPrefixes prefixes) {
    GroupPrefixes groups = new GroupPrefixes(schema);
    for (Table table : schema.tables()) {
      KeyTarget.of(table, prefixes.of(table), groups)
          .ifPresent(target -> byTable.put(table.name(), target));
    }
    byTable.values().forEach(this::index);
  }

  private void index(KeyTarget target) {
    Set<String> names = new HashSet<>(target.called());
    if (!target.own().isEmpty()) {
      names.add(target.own());
    }
    names.forEach(n -> byName.computeIfAbsent(n, x -> new ArrayList<>()).add(target));
    target.loosely().forEach(n -> byEnding.computeIfAbsent(n, x -> new ArrayList<>()).add(target));
  }

  /** All, in the order of their tables. */
  Collection<KeyTarget> all() {
    return byTable.values();
  }

  Optional<KeyTarget> of(TableName table) {
    return Optional.ofNullable(byTable.get(table));
  }

  /** Those with this name in one word, {@code cityid}, by their table's or their own. */
  List<KeyTarget> called(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** Those whose table's name, without the words of its group, gives this name. */
  List<KeyTarget> ending(String name) {
    return byEnding.getOrDefault(name, List.of());
  }
}
