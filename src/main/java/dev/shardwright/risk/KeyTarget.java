package dev.shardwright.risk;

import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table that a column may point at by one key column, and the words by which others call it.
 *
 * @param own the name of the key itself: {@code mediatypeid}; empty if it is only {@code id}
 * @param called singular table name and key word: {@code cityid}
 * @param loosely the same without a prefix that the tables of a group share
 * @param ownWords the words of {@code own}
 * @param home true if the key is named after this very table
 */
record KeyTarget(
    Table table,
    String column,
    TypeFamily family,
    String own,
    List<String> ownWords,
    Set<String> called,
    Set<String> loosely,
    boolean home) {

  /** So many tables with one first word are a group; of two a rest of one word may be chance. */
  private static final int GROUP = 3;

  KeyTarget {
    ownWords = List.copyOf(ownWords);
    called = Set.copyOf(called);
    loosely = Set.copyOf(loosely);
  }

  /**
   * @param columns what the names of the table's columns begin with
   * @param groups what the names of several tables begin with
   */
  static Optional<KeyTarget> of(Table table, ColumnPrefix columns, GroupPrefixes groups) {
    return single(table).flatMap(column -> of(table, column, columns, groups));
  }

  /** True if this is the key of that very table. */
  boolean in(Table other) {
    return table.name().equals(other.name());
  }

  /** True if the other table is named after this key's: {@code user_role} after users. */
  boolean names(Table other) {
    String stem = NameWords.stem(table);
    return stem.length() > 3 && NameWords.joined(other).startsWith(stem) && !in(other);
  }

  private static Optional<String> single(Table table) {
    return table
        .rowIdentity()
        .map(UniqueKey::columns)
        .filter(columns -> columns.size() == 1)
        .map(List::getFirst);
  }

  private static Optional<KeyTarget> of(
      Table table, String column, ColumnPrefix columns, GroupPrefixes groups) {
    List<String> key = keyWordLast(NameWords.of(column));
    List<String> name = NameWords.of(table.name().name());
    if (key.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    String prefix = columns.word();
    // In se_t_id the rest, t_id, is the name of another table's key.
    boolean prefixed =
        !prefix.isEmpty() && key.size() == 2 && NameWords.of(column).getFirst().equals(prefix);
    boolean generic =
        NameWords.KEY_WORDS.containsAll(key) || (key.size() == 1 && keyWordWithin(key).isEmpty());
    String ending =
        NameWords.KEY_WORDS.contains(key.getLast()) ? key.getLast() : keyWordWithin(key);
    Set<String> called = new HashSet<>();
    Set<String> loosely = new HashSet<>();
    call(name, ending, called);
    for (int n = 1; n < name.size(); n++) {
      List<String> rest = name.subList(n, name.size());
      int tables = groups.tables(name.subList(0, n));
      if (tables >= GROUP || (tables > 1 && rest.size() > 1)) {
        call(rest, ending, loosely);
      }
    }
    String own = generic ? "" : NameWords.joined(key);
    return table
        .column(column)
        .map(c ->
            new KeyTarget(
                table,
                column,
                c.type().family(),
                own,
                key,
                called,
                loosely,
                prefixed || (!generic && own.startsWith(NameWords.stem(table)))));
  }

  private static void call(List<String> name, String ending, Set<String> names) {
    names.add(NameWords.joined(NameWords.singular(name)) + ending);
    names.add(NameWords.joined(name) + ending);
    List<String> all = new ArrayList<>();
    name.forEach(word -> all.add(NameWords.singular(word)));
    names.add(NameWords.joined(all) + ending);
  }

  /** In {@code itemid}, one word, the ending is {@code id}. */
  private static String keyWordWithin(List<String> key) {
    return NameWords.KEY_WORDS.stream()
        .filter(w -> key.getLast().endsWith(w))
        .sorted()
        .findFirst()
        .orElse("");
  }

  /** {@code id_client} and {@code fk_client_id} mean {@code client_id}. */
  static List<String> keyWordLast(List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.removeIf(w -> w.equals("fk") || w.equals("ref") || w.equals("fkey"));
    if (all.size() > 1 && all.getFirst().equals("id")) {
      all.add(all.removeFirst());
    }
    return all;
  }
}
