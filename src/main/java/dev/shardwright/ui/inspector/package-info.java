/** What is selected, on the right: its mark and why, its relations, columns, keys and triggers. */
@NullMarked
package dev.shardwright.ui.inspector;

import org.jspecify.annotations.NullMarked;
