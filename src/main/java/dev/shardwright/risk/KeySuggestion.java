package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A foreign key that the database probably lacks.
 *
 * @param confidence 0 to 1: of the suggestions with this value about that share is right
 * @param why what speaks for it, in a few words
 */
public record KeySuggestion(
    TableName child,
    List<String> childColumns,
    TableName parent,
    List<String> parentColumns,
    double confidence,
    String why) {

  public KeySuggestion {
    childColumns = List.copyOf(childColumns);
    parentColumns = List.copyOf(parentColumns);
  }

  /** The decision that accepts it. */
  public Decision.Virtual accepted() {
    return new Decision.Virtual(
        child, childColumns, parent, parentColumns, Optional.empty(), true, Optional.of(why));
  }

  /** {@link Relation#id} of the relation that it would become. */
  public String relationId() {
    return accepted().relationId();
  }

  KeySuggestion confident(double other, String because) {
    return new KeySuggestion(child, childColumns, parent, parentColumns, other, because);
  }
}
