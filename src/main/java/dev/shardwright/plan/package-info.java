/**
 * The one pure function of the product, {@code Plan.of(schema, decisions, evidence)}, and its file.
 *
 * <p>Same inputs, same plan, byte for byte. The window, the command line and every export take a
 * plan and cannot disagree; undo and what-if are other decisions.
 */
@NullMarked
package dev.shardwright.plan;

import org.jspecify.annotations.NullMarked;
