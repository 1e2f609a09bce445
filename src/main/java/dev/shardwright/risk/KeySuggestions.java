package dev.shardwright.risk;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Suggests foreign keys that a schema lacks, from names and types alone.
 *
 * <p>Words are compared joined, so that {@code mediatypeid} meets {@code media_type}; prefixes that
 * the columns of a table or the tables of a group share are dropped, and words that only tell a
 * role ({@code start_city_id}). Where two tables fit equally well it stays silent.
 */
public final class KeySuggestions {
  private static final Set<TypeFamily> KEY_FAMILIES =
      Set.of(
          TypeFamily.INTEGER,
          TypeFamily.DECIMAL,
          TypeFamily.TEXT,
          TypeFamily.UUID,
          TypeFamily.OTHER);

  static final Comparator<KeySuggestion> BEST_FIRST =
      Comparator.comparingDouble((KeySuggestion s) -> -s.confidence())
          .thenComparing(KeySuggestion::child)
          .thenComparing(s -> String.join(",", s.childColumns()));

  private final KnownKeys known;
  private final CompositeSuggestions composites;
  private final KeyGuesses guesses;
  private final PossibleKeys keys;
  private final KeyChoice choice;

  private KeySuggestions(Schema schema, Collection<Relation> relations, Decisions decisions) {
    ColumnPrefixes prefixes = new ColumnPrefixes(schema);
    KeyTargets targets = new KeyTargets(schema, prefixes);
    known = new KnownKeys(targets, relations, decisions);
    composites = new CompositeSuggestions(schema, prefixes);
    guesses = new KeyGuesses(prefixes, targets, known);
    keys = new PossibleKeys(targets, known);
    choice = new KeyChoice(known);
  }

  /**
   * All suggestions, best first.
   *
   * @param relations those there are, drawn and cut ones included: none of their columns is
   *     suggested again
   * @param decisions columns that are plain ids by decision stay so
   */
  public static List<KeySuggestion> of(
      Schema schema, Collection<Relation> relations, Decisions decisions) {
    KeySuggestions suggestions = new KeySuggestions(schema, relations, decisions);
    return schema.tables().stream()
        .flatMap(table -> suggestions.of(table).stream())
        .sorted(BEST_FIRST)
        .toList();
  }

  private List<KeySuggestion> of(Table table) {
    Set<String> used = new HashSet<>(known.taken(table));
    List<KeySuggestion> found = new ArrayList<>(composites.of(table, used));
    found.forEach(composite -> used.addAll(composite.childColumns()));
    Set<String> names = new HashSet<>();
    table.columns().forEach(c -> names.add(c.name().toLowerCase(Locale.ROOT)));
    for (Column column : table.columns()) {
      if (!used.contains(column.name())
          && KEY_FAMILIES.contains(column.type().family())
          && !typeIdPair(column.name(), names)) {
        single(table, column).ifPresent(found::add);
      }
    }
    return found;
  }

  /** A type/id pair points at many tables; it is told by a check of its own. */
  private static boolean typeIdPair(String column, Set<String> names) {
    String lower = column.toLowerCase(Locale.ROOT);
    return lower.endsWith("_id")
        && names.contains(lower.substring(0, lower.length() - 3) + "_type");
  }

  private Optional<KeySuggestion> single(Table table, Column column) {
    List<KeyGuess> fitting =
        guesses.of(table, column).stream()
            .filter(guess -> keys.possible(guess.target(), table, column))
            .toList();
    return choice.of(fitting, table).map(guess -> guess.from(table, column));
  }
}
