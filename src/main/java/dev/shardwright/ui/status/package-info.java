/** The line at the window's foot: what stands between here and the export, and what runs. */
@NullMarked
package dev.shardwright.ui.status;

import org.jspecify.annotations.NullMarked;
