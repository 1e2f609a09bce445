package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import java.util.List;

/** One way to read a column's name: the key that it may mean, and how far it can be trusted. */
record KeyGuess(KeyTarget target, double confidence, String why) {

  KeyGuess less(double by) {
    return new KeyGuess(target, confidence - by, why);
  }

  KeyGuess less(double by, String more) {
    return new KeyGuess(target, confidence - by, why + more);
  }

  /** The surer of two, the first of equals. */
  static KeyGuess better(KeyGuess a, KeyGuess b) {
    return a.confidence() >= b.confidence() ? a : b;
  }

  KeySuggestion from(Table child, Column column) {
    return new KeySuggestion(
        child.name(),
        List.of(column.name()),
        target.table().name(),
        List.of(target.column()),
        confidence,
        why);
  }
}
