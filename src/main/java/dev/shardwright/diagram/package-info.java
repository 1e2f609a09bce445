/**
 * Geometry and drawing of a plan without JavaFX: the screen, SVG, PDF, PNG, print and tests share
 * it.
 */
@NullMarked
package dev.shardwright.diagram;

import org.jspecify.annotations.NullMarked;
