/**
 * The top bar: the plan and its source, the root, undo and redo, the jump field, report and export.
 */
@NullMarked
package dev.shardwright.ui.bar;

import org.jspecify.annotations.NullMarked;
