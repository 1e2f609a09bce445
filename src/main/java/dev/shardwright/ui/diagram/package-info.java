/**
 * The pane that shows a plan as a diagram.
 *
 * <p>The picture is painted by {@link dev.shardwright.diagram.Painter} on a background thread into
 * an image; one empty node per table lies over it for look-up, keyboard and screen readers. The
 * pane knows a plan and a selection, and no other pane.
 */
@NullMarked
package dev.shardwright.ui.diagram;

import org.jspecify.annotations.NullMarked;
