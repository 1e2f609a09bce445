package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A foreign key that the database probably lacks.
 *
 * @param confidence 0 to 1: of the suggestions with this value about that share is right
 * @param why what speaks for it, in a few words
 * @param counted what the data says, if it was asked
 */
public record KeySuggestion(
    TableName child,
    List<String> childColumns,
    TableName parent,
    List<String> parentColumns,
    double confidence,
    String why,
    Optional<Counted> counted) {

  /**
   * How many values there are, and how many of them have a row in the parent.
   *
   * @param nonNull rows in which all columns are set
   */
  public record Counted(long nonNull, long found) {
    public long orphans() {
      return nonNull - found;
    }

    /** As the evidence of a finding names them. */
    Map<String, Object> figures() {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("nonNull", nonNull);
      figures.put("found", found);
      figures.put("orphans", orphans());
      return figures;
    }

    /** One value has no row, two have none. */
    String have() {
      return orphans() == 1 ? "has" : "have";
    }
  }

  /** A suggestion from names and types alone. */
  KeySuggestion(
      TableName child,
      List<String> childColumns,
      TableName parent,
      List<String> parentColumns,
      double confidence,
      String why) {
    this(child, childColumns, parent, parentColumns, confidence, why, Optional.empty());
  }

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

  /** {@link Relation#virtual} of what it suggests, nullable as long as nobody knows. */
  Relation relation() {
    return Relation.virtual(
        child,
        childColumns,
        parent,
        parentColumns,
        true,
        Relation.Origin.INFERRED,
        Optional.empty());
  }

  KeySuggestion confident(double other, String because) {
    return new KeySuggestion(child, childColumns, parent, parentColumns, other, because, counted);
  }

  KeySuggestion counted(Counted values) {
    return new KeySuggestion(
        child, childColumns, parent, parentColumns, confidence, why, Optional.of(values));
  }
}
