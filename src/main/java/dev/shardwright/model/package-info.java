/**
 * What a database is: tables, columns, keys, relations and the objects that hang on them, as
 * immutable records.
 *
 * <p>Everything else reads these records and nothing here knows where they came from. The package
 * uses the JDK only. Collections are copied, never null and in a defined order, so that two runs
 * print the same bytes. Names keep the database's own spelling.
 */
@NullMarked
package dev.shardwright.model;

import org.jspecify.annotations.NullMarked;
