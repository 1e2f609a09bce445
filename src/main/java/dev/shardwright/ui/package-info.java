/**
 * The window. Views in code, one folder per pane; a pane takes its model in the constructor, binds
 * to it and is done. Panes do not know each other; decisions are all they send back.
 */
@NullMarked
package dev.shardwright.ui;

import org.jspecify.annotations.NullMarked;
