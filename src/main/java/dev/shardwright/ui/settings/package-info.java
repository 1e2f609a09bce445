/** How the window looks, and the thresholds that tune the plan. */
@NullMarked
package dev.shardwright.ui.settings;

import org.jspecify.annotations.NullMarked;
