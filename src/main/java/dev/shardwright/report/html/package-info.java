/** A report as one HTML page. */
@NullMarked
package dev.shardwright.report.html;

import org.jspecify.annotations.NullMarked;
