/** How the plan came about, step by step, and the other ways that were kept beside it. */
@NullMarked
package dev.shardwright.ui.history;

import org.jspecify.annotations.NullMarked;
