/** The chapters of a report, one class each; a new one is its class and a line in the list. */
@NullMarked
package dev.shardwright.report.chapter;

import org.jspecify.annotations.NullMarked;
