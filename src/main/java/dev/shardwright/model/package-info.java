/**
 * What a database is: tables, columns, keys, relations and the objects that hang on them, as
 * immutable records.
 *
 * <p>Everything else reads these records and nothing here knows where they came from. The package
 * uses the JDK only. Collections are copied, never null and in a defined order, so that two runs
 * print the same bytes. Names keep the database's own spelling. SQL texts of PostgreSQL (defaults,
 * expressions, definitions) name every object with its schema, as the server prints them under an
 * empty search_path, so that they hold anywhere; constraint texts are {@code
 * pg_get_constraintdef}'s ({@code PRIMARY KEY (id)}), index texts whole statements.
 */
@NullMarked
package dev.shardwright.model;

import org.jspecify.annotations.NullMarked;
