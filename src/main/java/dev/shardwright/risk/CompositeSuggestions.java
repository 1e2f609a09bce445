package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys of several columns: the child holds the whole primary key of a parent under its names. */
final class CompositeSuggestions {
  private final ColumnPrefixes prefixes;
  private final Map<String, List<Table>> byColumn = new HashMap<>();

  CompositeSuggestions(Schema schema, ColumnPrefixes prefixes) {
    this.prefixes = prefixes;
    for (Table table : schema.tables()) {
      key(table)
          .ifPresent(columns -> {
            Set<String> names = new HashSet<>();
            columns.forEach(c -> names.addAll(names(table, c)));
            names.forEach(n -> byColumn.computeIfAbsent(n, x -> new ArrayList<>()).add(table));
          });
    }
  }

  /** At most one suggestion for a set of columns; those with more columns first. */
  List<KeySuggestion> of(Table child, Set<String> taken) {
    if (byColumn.isEmpty()) {
      return List.of();
    }
    Map<TableName, Table> parents = new LinkedHashMap<>();
    for (Column c : child.columns()) {
      for (String name : names(child, c.name())) {
        byColumn.getOrDefault(name, List.of()).forEach(t -> parents.put(t.name(), t));
      }
    }
    List<KeySuggestion> found = new ArrayList<>();
    Set<String> used = new HashSet<>(taken);
    List<KeySuggestion> all =
        parents.values().stream()
            .filter(p -> !p.name().equals(child.name()))
            .flatMap(p -> match(child, p).stream())
            .sorted(
                Comparator.comparingInt((KeySuggestion s) -> -s.childColumns().size())
                    .thenComparingDouble(s -> -s.confidence())
                    .thenComparing(KeySuggestion::parent))
            .toList();
    for (KeySuggestion s : all) {
      long rivals =
          all.stream()
              .filter(o -> Set.copyOf(o.childColumns()).equals(Set.copyOf(s.childColumns())))
              .filter(o -> o.confidence() >= s.confidence())
              .count();
      boolean free = s.childColumns().stream().noneMatch(used::contains);
      if (rivals == 1 && free) {
        found.add(s);
        used.addAll(s.childColumns());
      }
    }
    return found;
  }

  private Optional<KeySuggestion> match(Table child, Table parent) {
    List<String> key = key(parent).orElse(List.of());
    List<String> columns = new ArrayList<>();
    boolean own = false;
    for (String part : key) {
      Optional<Column> same = same(child, parent, part, columns);
      if (same.isEmpty()) {
        return Optional.empty();
      }
      columns.add(same.get().name());
      own |= own(parent, part) && called(child, same.get().name(), part);
    }
    boolean kin = kin(child, parent) || kin(parent, child);
    Set<String> whole = new HashSet<>(columns);
    List<String> childKey = child.primaryKey().map(UniqueKey::columns).orElse(List.of());
    // A table whose own key lies within these columns is above the other, not below.
    boolean above =
        !childKey.isEmpty()
            && whole.containsAll(childKey)
            && (!own || childKey.size() < whole.size());
    if (above || !(own || kin)) {
      return Optional.empty();
    }
    double confidence = (own ? 0.88 : 0.72) + (own && kin(child, parent) ? 0.02 : 0);
    return Optional.of(
        new KeySuggestion(
            child.name(),
            columns,
            parent.name(),
            key,
            confidence,
            "holds the whole key of " + parent.name().name()));
  }

  /** True if the part of the key is named after its own table. */
  private boolean own(Table parent, String part) {
    String stem = NameWords.stem(parent);
    List<String> words = NameWords.of(part);
    String prefix = prefixes.of(parent).word();
    return NameWords.joined(words).startsWith(stem)
        || (!prefix.isEmpty() && words.getFirst().equals(prefix));
  }

  /** True if the child calls the column by its whole name. */
  private boolean called(Table child, String column, String part) {
    List<String> whole = NameWords.of(part);
    return NameWords.of(column).equals(whole) || prefixes.of(child).stripped(column).equals(whole);
  }

  /** True if the one's name begins with the other's. */
  private static boolean kin(Table longer, Table shorter) {
    return NameWords.joined(longer).startsWith(NameWords.stem(shorter));
  }

  private Optional<Column> same(Table child, Table parent, String part, List<String> used) {
    Optional<Column> wanted = parent.column(part);
    for (String name : names(parent, part)) {
      for (Column c : child.columns()) {
        boolean fits =
            names(child, c.name()).contains(name)
                && !used.contains(c.name())
                && wanted.filter(w -> w.type().family() == c.type().family()).isPresent();
        if (fits) {
          return Optional.of(c);
        }
      }
    }
    return Optional.empty();
  }

  /** The full name first, then without the prefix of the table's columns; never only a key word. */
  private List<String> names(Table table, String column) {
    List<String> words = NameWords.of(column);
    List<String> bare = prefixes.of(table).stripped(column);
    List<String> names = new ArrayList<>(List.of(name(words)));
    if (!bare.equals(words)) {
      names.add(name(bare));
    }
    names.removeIf(NameWords.KEY_WORDS::contains);
    return names;
  }

  /** Short names keep their words apart: {@code i_c_id} is not {@code ic_id}. */
  private static String name(List<String> words) {
    String joined = NameWords.joined(words);
    return joined.length() > 4 || words.size() == 1 ? joined : String.join("_", words);
  }

  private static Optional<List<String>> key(Table table) {
    return table.primaryKey().map(UniqueKey::columns).filter(columns -> columns.size() > 1);
  }
}
