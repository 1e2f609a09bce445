/** Lines that speak up above the work and go away again: failures, few keys, what-if. */
@NullMarked
package dev.shardwright.ui.notice;

import org.jspecify.annotations.NullMarked;
