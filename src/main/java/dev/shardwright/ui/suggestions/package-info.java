/** Keys that the database probably lacks: accept one, all above a line, or all of one name. */
@NullMarked
package dev.shardwright.ui.suggestions;

import org.jspecify.annotations.NullMarked;
