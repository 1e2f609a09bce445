/**
 * From a source to a {@code Schema}: live databases, dumps and samples.
 *
 * <p>The only package with {@code java.sql} and SchemaCrawler. Sessions are read-only, the server
 * confirms it, every statement that ran is counted and can be listed.
 */
@NullMarked
package dev.shardwright.introspect;

import org.jspecify.annotations.NullMarked;
