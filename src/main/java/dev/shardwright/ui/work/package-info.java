/** The order of work from the first mark to the end of the old database. */
@NullMarked
package dev.shardwright.ui.work;

import org.jspecify.annotations.NullMarked;
