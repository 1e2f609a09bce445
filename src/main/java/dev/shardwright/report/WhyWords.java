package dev.shardwright.report;

import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Mark;
import dev.shardwright.classify.Ownership;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;

/** Why a table is what it is, as one line: the chain of keys that marked it. */
public final class WhyWords {
  private WhyWords() {}

  /** {@code clients → rentals (client_id) → tracks (rental_id)}; empty for neutral tables. */
  public static String chain(Mark mark, TableTitles names) {
    if (mark.ownership() == Ownership.ROOT) {
      return "the root";
    }
    if (mark.why().isEmpty()) {
      return "";
    }
    TableName from =
        mark.kind() == Kind.CONTEXT
            ? mark.why().getFirst().child()
            : mark.why().getFirst().parent();
    StringBuilder chain = new StringBuilder(names.of(from));
    mark.why().forEach(r -> chain.append(" → ").append(step(r, mark.kind(), names)));
    return chain.toString();
  }

  /** What the DBA said instead of what the keys say; empty if he said nothing. */
  public static String override(Mark mark) {
    return mark.override().map(kind -> "decided; computed " + mark.computed().word()).orElse("");
  }

  /** The table that a step of a chain arrives at, with the child's columns that lead there. */
  private static String step(Relation relation, Kind kind, TableTitles names) {
    TableName to = kind == Kind.CONTEXT ? relation.parent() : relation.child();
    String nullable = relation.nullable() ? ", nullable" : "";
    return names.of(to) + " (" + String.join(", ", relation.childColumns()) + nullable + ")";
  }
}
