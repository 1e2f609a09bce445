/**
 * What a report says, before anybody writes it down: sections of sentences, figures, tables and
 * code. Every format prints the same records, so that no two of them can disagree.
 */
@NullMarked
package dev.shardwright.report.content;

import org.jspecify.annotations.NullMarked;
