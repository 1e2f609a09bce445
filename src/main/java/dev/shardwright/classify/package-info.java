/**
 * Client, context, neutral or undecided: which table is what, why, and how its rows are owned.
 *
 * <p>Pure functions over the graph; linear in tables and relations. The rules are those of the
 * guide, made precise where it leaves them open.
 */
@NullMarked
package dev.shardwright.classify;

import org.jspecify.annotations.NullMarked;
