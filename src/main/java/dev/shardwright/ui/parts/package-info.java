/**
 * Small nodes and words that several panes share: glyphs, segments, SQL, figures. They know the
 * plan's types, never a pane.
 */
@NullMarked
package dev.shardwright.ui.parts;

import org.jspecify.annotations.NullMarked;
