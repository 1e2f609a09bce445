/**
 * Readers of SQL text over parser libraries: statements of a dump, tables out of a file, what the
 * body of a trigger or routine reads and writes.
 */
@NullMarked
package dev.shardwright.sql;

import org.jspecify.annotations.NullMarked;
