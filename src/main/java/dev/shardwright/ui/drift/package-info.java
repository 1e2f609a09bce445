/** What a database differs in from the plan that was made of it. */
@NullMarked
package dev.shardwright.ui.drift;

import org.jspecify.annotations.NullMarked;
