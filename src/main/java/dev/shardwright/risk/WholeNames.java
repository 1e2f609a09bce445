package dev.shardwright.risk;

import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a name from its first word to its last as that of one key. */
final class WholeNames {
  /** Shorter names meet by accident when their words are joined. */
  static final int SHORT = 4;

  /** Words of a key's name, its {@code id} included, that do not meet by accident. */
  private static final int SEVERAL = 3;

  /** A number behind the name makes it less sure. */
  private static final double NUMBERED = 0.08;

  private final KeyTargets targets;

  WholeNames(KeyTargets targets) {
    this.targets = targets;
  }

  /** Adds those that are called so; where nothing was found so far, also those that end so. */
  void read(List<String> words, Table table, List<KeyGuess> found, double less) {
    List<String> plain = withoutNumber(words);
    if (NameWords.KEY_WORDS.containsAll(plain)) {
      return;
    }
    double numbered = plain.size() < words.size() ? NUMBERED : 0;
    found.addAll(exactly(plain, less, numbered));
    if (found.isEmpty()) {
      found.addAll(byEnding(plain, table, less, numbered));
    }
  }

  static List<String> withoutNumber(List<String> words) {
    boolean numbered = words.size() > 1 && words.getLast().matches("\\d+");
    return numbered ? words.subList(0, words.size() - 1) : words;
  }

  private List<KeyGuess> exactly(List<String> words, double less, double numbered) {
    String name = NameWords.joined(words);
    List<KeyGuess> found = new ArrayList<>();
    for (KeyTarget t : targets.called(name)) {
      boolean own = t.own().equals(name) && (name.length() > SHORT || t.ownWords().equals(words));
      boolean called = t.called().contains(name);
      if (own || called) {
        String why = "named like " + t.table().name().name();
        found.add(new KeyGuess(t, confidence(t, own, called) - less - numbered, why));
      }
    }
    return found;
  }

  private static double confidence(KeyTarget t, boolean own, boolean called) {
    if (called && bare(t)) {
      return 0.6;
    }
    if (own && !t.home()) {
      boolean id = t.own().endsWith("id");
      return t.family() != TypeFamily.TEXT ? 0.9 : id ? 0.75 : 0.66;
    }
    return own ? 0.96 : 0.94;
  }

  /** A key like {@code symbol}: its table's bare name as a column says little. */
  private static boolean bare(KeyTarget t) {
    return NameWords.KEY_WORDS.stream().noneMatch(t.column().toLowerCase(Locale.ROOT)::endsWith);
  }

  /**
   * Tables of the child's own group; or, {@code content_type_id} of another group's table means
   * {@code django_content_type}, the only table whose name ends so. Its words say enough where
   * there are several.
   */
  private List<KeyGuess> byEnding(List<String> words, Table table, double less, double numbered) {
    List<KeyTarget> ending = targets.ending(NameWords.joined(words));
    List<KeyTarget> near =
        ending.stream()
            .filter(t -> samePrefix(t.table(), table))
            .filter(t -> !t.in(table))
            .toList();
    if (!near.isEmpty()) {
      return endings(near, 0.9 - less - numbered);
    }
    boolean only = ending.size() == 1 && !ending.getFirst().in(table);
    return only && words.size() >= SEVERAL ? endings(ending, 0.83 - less - numbered) : List.of();
  }

  private static List<KeyGuess> endings(List<KeyTarget> targets, double confidence) {
    return targets.stream()
        .map(t -> new KeyGuess(t, confidence, "named like the end of " + t.table().name().name()))
        .toList();
  }

  private static boolean samePrefix(Table a, Table b) {
    List<String> first = NameWords.of(a.name().name());
    List<String> other = NameWords.of(b.name().name());
    return other.size() > 1 && !first.isEmpty() && first.getFirst().equals(other.getFirst());
  }
}
