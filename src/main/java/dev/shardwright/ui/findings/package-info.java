/** The findings at the bottom, worst first, and the detail of the selected one. */
@NullMarked
package dev.shardwright.ui.findings;

import org.jspecify.annotations.NullMarked;
