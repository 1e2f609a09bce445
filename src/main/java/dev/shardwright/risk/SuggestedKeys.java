package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import java.util.List;
import java.util.Optional;

/** Keys that are probably missing: what names and types say, weighed by what the data says. */
public final class SuggestedKeys {
  /** With fewer values a share says nothing. */
  private static final long ENOUGH_VALUES = 20;

  /** Names that say less are a guess, whatever the data says. */
  private static final double GUESS = 0.6;

  private SuggestedKeys() {}

  /** All of them, best first; needs no root. */
  public static List<KeySuggestion> of(Situation situation) {
    return situation.candidates().all().stream()
        .map(s -> weighed(situation, s))
        .sorted(KeySuggestions.BEST_FIRST)
        .toList();
  }

  /** The questions whose answers would weigh them. */
  public static List<Probe> probes(Situation situation) {
    return situation.candidates().all().stream().map(s -> probe(situation, s.relation())).toList();
  }

  /**
   * True if it is sure enough, or may become so by its values. Small whole numbers are found in any
   * table of ids, so they prove nothing for a name that says little.
   */
  static boolean worthAsking(Situation situation, KeySuggestion s) {
    return sure(situation, s) || (s.confidence() >= GUESS && telling(situation, s));
  }

  /** True if it is as sure as the DBA wants suggestions to be. */
  static boolean sure(Situation situation, KeySuggestion s) {
    return s.confidence() >= Setting.MISSING_KEY_CONFIDENCE.number(situation.decisions());
  }

  private static boolean telling(Situation situation, KeySuggestion s) {
    Optional<Table> child = situation.table(s.child());
    return s.childColumns().stream()
        .flatMap(c -> child.flatMap(t -> t.column(c)).stream())
        .map(Column::type)
        .allMatch(t -> t.family() == TypeFamily.TEXT || t.family() == TypeFamily.UUID);
  }

  /** The same with what the data says, where it was asked. */
  static KeySuggestion weighed(Situation situation, KeySuggestion s) {
    return counted(situation, s.relation()).map(c -> weighed(situation, s, c)).orElse(s);
  }

  /** What the data says of a key's values, where it was asked. */
  static Optional<KeySuggestion.Counted> counted(Situation situation, Relation relation) {
    return situation
        .answer(probe(situation, relation))
        .map(a -> new KeySuggestion.Counted(a.number("non_null"), a.number("found")));
  }

  private static KeySuggestion weighed(
      Situation situation, KeySuggestion s, KeySuggestion.Counted counted) {
    KeySuggestion told = s.counted(counted);
    if (counted.nonNull() < ENOUGH_VALUES) {
      return told;
    }
    double share = (double) counted.found() / counted.nonNull();
    if (share >= 0.95 && worthAsking(situation, s)) {
      return told.confident(Math.max(s.confidence(), 0.97), s.why() + ", and its values are there");
    }
    return share < 0.5
        ? told.confident(s.confidence() * share, s.why() + ", but most values are not there")
        : told;
  }

  static Probe probe(Situation situation, Relation relation) {
    return Probe.of(
            CheckCode.MISSING_FK,
            () ->
                "How many values of %s in %s are found in %s?"
                    .formatted(
                        String.join(", ", relation.childColumns()),
                        relation.child(),
                        relation.parent()),
            () -> counting(situation, relation))
        .sampled(Sample.of(situation, relation.child()));
  }

  private static String counting(Situation situation, Relation relation) {
    Sql sql = Sql.of(situation);
    String pair =
        relation.discriminator().map(d -> " AND " + sql.holds(d, sql.row("t"))).orElse("");
    return "SELECT COUNT(*) AS non_null, COUNT(%s) AS found\nFROM %s\nLEFT JOIN %s p ON %s\nWHERE %s"
        .formatted(
            sql.column("p", relation.parentColumns().getFirst()),
            Sample.from(situation, relation.child()),
            sql.table(relation.parent()),
            sql.joined("t", relation, "p"),
            sql.allSet("t", relation.childColumns()) + pair);
  }
}
