package dev.shardwright.risk;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys that inheritance, names and types suggest for one plan: checks, questions and advice ask
 * for them, at different times and from different threads, and they are worked out for the first.
 */
public final class KeyCandidates {
  private final Schema schema;
  private final Collection<Relation> relations;
  private final Decisions decisions;
  private Optional<List<KeySuggestion>> found = Optional.empty();

  /**
   * Nothing is worked out yet.
   *
   * @param relations those there are, cut ones included
   */
  public KeyCandidates(Schema schema, Collection<Relation> relations, Decisions decisions) {
    this.schema = schema;
    this.relations = relations;
    this.decisions = decisions;
  }

  /** Each once; those that a parent table's keys give a heir come first. */
  synchronized List<KeySuggestion> all() {
    if (found.isEmpty()) {
      found = Optional.of(find());
    }
    return found.get();
  }

  private List<KeySuggestion> find() {
    Set<String> seen = new HashSet<>();
    return Stream.concat(
            Inherited.suggestions(schema, relations),
            KeySuggestions.of(schema, relations, decisions).stream())
        .filter(s -> seen.add(s.relationId()))
        .toList();
  }
}
