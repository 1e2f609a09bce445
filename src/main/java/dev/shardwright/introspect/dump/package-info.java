/**
 * Loads .sql files into throwaway servers, statement by statement, and reports what the server
 * would not take.
 *
 * <p>Reads the file as a stream, so that its size does not matter. Goes on after errors: a
 * statement for a missing role or extension costs that statement, not the dump.
 */
@NullMarked
package dev.shardwright.introspect.dump;

import org.jspecify.annotations.NullMarked;
