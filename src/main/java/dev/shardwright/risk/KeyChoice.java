package dev.shardwright.risk;

import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Chooses between keys that fit a name about equally well; silent where nothing tells them apart.
 */
final class KeyChoice {
  /** Guesses so far below the best one do not count. */
  private static final double NEAR = 0.08;

  /** A key that so many more tables have as their own tells of what kind a row is, not whose. */
  private static final int KINDS = 3;

  private final KnownKeys known;

  KeyChoice(KnownKeys known) {
    this.known = known;
  }

  Optional<KeyGuess> of(List<KeyGuess> fitting, Table child) {
    double best = fitting.stream().mapToDouble(KeyGuess::confidence).max().orElse(0);
    List<KeyGuess> near = fitting.stream().filter(c -> c.confidence() > best - NEAR).toList();
    Map<TableName, KeyGuess> byTable = new TreeMap<>();
    near.stream()
        .filter(c -> !borrowed(c.target(), near))
        .forEach(c -> byTable.merge(c.target().table().name(), c, KeyGuess::better));
    return byTable.size() == 1
        ? Optional.of(byTable.values().iterator().next())
        : preferred(byTable.values(), child);
  }

  /** A key that is itself a key to another candidate: the row meant is that one's. */
  private boolean borrowed(KeyTarget target, List<KeyGuess> others) {
    return others.stream()
        .map(KeyGuess::target)
        .filter(o -> !o.table().equals(target.table()))
        .anyMatch(o -> known.join(target.table(), target.column(), o));
  }

  /** The one that is at home in its table, or the one that the child is named after. */
  private static Optional<KeyGuess> preferred(Collection<KeyGuess> guesses, Table child) {
    List<KeyGuess> home = guesses.stream().filter(c -> c.target().home()).toList();
    if (home.size() == 1) {
      boolean rival = guesses.stream().anyMatch(c -> !c.target().home() && names(c, child));
      boolean kinds = guesses.size() > KINDS;
      return Optional.of(home.getFirst().less(kinds ? 0.2 : rival ? 0.16 : 0));
    }
    return only(guesses, c -> names(c, child))
        .or(() -> only(guesses, c -> !satellite(c.target())))
        .or(() -> only(guesses, c -> sameSchema(c, child)))
        .map(c -> c.less(0.06));
  }

  private static Optional<KeyGuess> only(Collection<KeyGuess> all, Predicate<KeyGuess> wanted) {
    List<KeyGuess> some = all.stream().filter(wanted).toList();
    return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
  }

  private static boolean names(KeyGuess guess, Table child) {
    return guess.target().names(child);
  }

  private static boolean sameSchema(KeyGuess guess, Table child) {
    return guess.target().table().name().schema().equals(child.name().schema());
  }

  /** {@code group_discovery} with the key {@code groupid} is no group but says more about one. */
  private static boolean satellite(KeyTarget target) {
    if (target.own().isEmpty()) {
      return false;
    }
    String name = NameWords.joined(target.table());
    String stem = target.own();
    for (String word : NameWords.KEY_WORDS) {
      if (target.own().endsWith(word) && target.own().length() > word.length()) {
        stem = target.own().substring(0, target.own().length() - word.length());
      }
    }
    return name.startsWith(stem) && name.length() > stem.length() + 1;
  }
}
