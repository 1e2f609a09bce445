package dev.shardwright.classify;

import dev.shardwright.graph.Chain;
import dev.shardwright.model.Relation;
import java.util.List;
import java.util.Optional;

/**
 * What one table is, and why.
 *
 * @param computed the kind without this table's own override, all other decisions applied
 * @param override what the DBA said instead
 * @param conflict true if a relation of the table breaks the split (KIND_CONFLICT)
 * @param why the shortest chain of relations that coloured it: from the root for client, from a
 *     client table for context, from a context table for undecided, empty for neutral
 */
public record Mark(
    Kind kind,
    Kind computed,
    Optional<Kind> override,
    boolean conflict,
    Ownership ownership,
    List<Relation> why) {

  public Mark {
    // A chain is immutable and shares its beginning with others; copying would undo that.
    why = why instanceof Chain ? why : List.copyOf(why);
  }
}
