package dev.shardwright.risk;

import dev.shardwright.classify.Classification;
import dev.shardwright.classify.Decisions;
import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Schema;

/**
 * All that a check may look at.
 *
 * @param graph the relations that hold after the decisions: cuts left out, virtual ones added
 */
public record Situation(
    Schema schema,
    Decisions decisions,
    SchemaGraph graph,
    Classification classification,
    Evidence evidence) {}
