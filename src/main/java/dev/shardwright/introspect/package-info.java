/**
 * From a source to a {@code Schema}: live databases, dumps and samples.
 *
 * <p>A reader asks {@code Answers}: a live {@code Session}, or {@code Recorded}, what a collection
 * script printed. SchemaCrawler makes the tables, columns, indexes, views, routines and sequences,
 * fed from memory ({@code Fed}) with our whole-schema dictionary queries; {@code Facts} keep each
 * object's whole row; what its model lacks is asked beside it. The collection scripts are the same
 * questions, listened to by a {@code Scribe}: a question that is new in a reader is in the script
 * too, and one that is asked only if others call for it stands in {@code onlyIfNeeded}.
 *
 * <p>The only package with {@code java.sql} and SchemaCrawler. Sessions are read-only, the server
 * confirms it, every statement that ran is counted and can be listed.
 */
@NullMarked
package dev.shardwright.introspect;

import org.jspecify.annotations.NullMarked;
