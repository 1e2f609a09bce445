/**
 * Geometry and drawing of a plan without JavaFX: the screen, SVG, PDF, PNG, print and tests share
 * it.
 *
 * <p>{@link dev.shardwright.diagram.Diagram} says what is to be drawn, {@link
 * dev.shardwright.diagram.Layout} where it stands ({@link dev.shardwright.diagram.Drawing}), {@link
 * dev.shardwright.diagram.Painter} how it looks in a {@link dev.shardwright.diagram.Theme}. Each
 * step is a pure function of the one before, so the same plan gives the same picture, pixel for
 * pixel. The only package that knows ELK; it knows plans and nothing above them.
 */
@NullMarked
package dev.shardwright.diagram;

import org.jspecify.annotations.NullMarked;
