package dev.shardwright.classify;

import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the classifier found.
 *
 * @param graph the relations that hold, those that overrides cut left out
 * @param implied the relations that overrides cut, each with the reason
 */
public record Classified(
    Classification classification,
    OwnershipAnalysis ownership,
    SchemaGraph graph,
    Map<Relation, String> implied) {

  public Classified {
    implied = Collections.unmodifiableMap(new LinkedHashMap<>(implied));
  }
}
