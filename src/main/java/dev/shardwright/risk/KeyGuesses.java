package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.List;

/** All keys that a column's name may mean: its whole name first, then less and less of it. */
final class KeyGuesses {
  /** Shorter names end others by accident. */
  private static final int LONG = 8;

  private final ColumnPrefixes prefixes;
  private final KeyTargets targets;
  private final KnownKeys known;
  private final WholeNames names;
  private final RoleWords roles;

  KeyGuesses(ColumnPrefixes prefixes, KeyTargets targets, KnownKeys known) {
    this.prefixes = prefixes;
    this.targets = targets;
    this.known = known;
    names = new WholeNames(targets);
    roles = RoleWords.of(targets.all());
  }

  List<KeyGuess> of(Table table, Column column) {
    List<String> words = KeyTarget.keyWordLast(NameWords.of(column.name()));
    List<String> bare = KeyTarget.keyWordLast(prefixes.of(table).stripped(column.name()));
    List<KeyGuess> found = new ArrayList<>(elsewhere(column));
    names.read(words, table, found, 0);
    if (!bare.equals(words)) {
      names.read(bare, table, found, 0.01);
    }
    if (found.isEmpty() && !ownName(table, bare)) {
      found.addAll(withRole(bare, table));
    }
    if (found.isEmpty()) {
      found.addAll(withJoinedRole(bare));
    }
    if (found.isEmpty()) {
      roles
          .of(bare, targets.of(table.name()).orElse(null))
          .ifPresent(r -> found.add(new KeyGuess(r.target(), r.confidence(), r.why())));
    }
    return found;
  }

  private List<KeyGuess> elsewhere(Column column) {
    return known.parents(column.name()).stream()
        .flatMap(parent -> targets.of(parent).stream())
        .map(t -> new KeyGuess(t, 0.97, "the same name is a key elsewhere"))
        .toList();
  }

  /** {@code EmailAddressID} of EmailAddress is no role of an address. */
  private static boolean ownName(Table table, List<String> words) {
    int last = words.size() - 1;
    return last > 0
        && NameWords.KEY_WORDS.contains(words.get(last))
        && NameWords.joined(words.subList(0, last)).equals(NameWords.stem(table));
  }

  /**
   * {@code start_city_id}: words before the name tell a role; or behind it: {@code city_id_from}.
   */
  private List<KeyGuess> withRole(List<String> words, Table table) {
    List<String> plain = WholeNames.withoutNumber(words);
    List<KeyGuess> found = new ArrayList<>();
    for (int from = 1; from < plain.size() && found.isEmpty(); from++) {
      String role = " in the role " + String.join("_", plain.subList(0, from));
      found.addAll(read(plain.subList(from, plain.size()), table, 0.08, role));
    }
    for (int to = plain.size() - 1; to > 0 && found.isEmpty(); to--) {
      List<String> rest = plain.subList(0, to);
      if (endsAsKey(rest) && NameWords.joined(rest).length() > WholeNames.SHORT) {
        found.addAll(read(rest, table, 0.12, " and a role"));
      }
    }
    return found;
  }

  private List<KeyGuess> read(List<String> words, Table table, double less, String role) {
    List<KeyGuess> some = new ArrayList<>();
    names.read(words, table, some, 0);
    return some.stream().map(guess -> guess.less(less, role)).toList();
  }

  /** {@code shiptoaddressid}, in one word: the long name of one key behind a role. */
  private List<KeyGuess> withJoinedRole(List<String> words) {
    String name = NameWords.joined(words);
    List<KeyGuess> found = new ArrayList<>();
    boolean oneWord = words.size() == 1;
    for (int from = 2; from <= name.length() - LONG && oneWord && found.isEmpty(); from++) {
      String rest = name.substring(from);
      String role = " in the role " + name.substring(0, from);
      targets.called(rest).stream()
          .filter(t -> t.own().length() == rest.length())
          .map(t -> new KeyGuess(t, 0.83, "named like " + t.table().name().name() + role))
          .forEach(found::add);
    }
    return found;
  }

  private static boolean endsAsKey(List<String> words) {
    return NameWords.KEY_WORDS.stream().anyMatch(words.getLast()::endsWith);
  }
}
