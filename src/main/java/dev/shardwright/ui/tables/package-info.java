/** The list of tables on the left, grouped by mark. */
@NullMarked
package dev.shardwright.ui.tables;

import org.jspecify.annotations.NullMarked;
