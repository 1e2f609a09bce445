/** The reports for people who have no Shardwright. */
@NullMarked
package dev.shardwright.ui.report;

import org.jspecify.annotations.NullMarked;
