/**
 * The relations of a schema as a graph.
 *
 * <p>The only package that knows JGraphT, and the only place that knows which way an edge points:
 * from the parent (referenced) to the child (referencing).
 */
@NullMarked
package dev.shardwright.graph;

import org.jspecify.annotations.NullMarked;
