package dev.shardwright.introspect;

import java.util.Optional;

/**
 * A statement that ran on the DBA's database.
 *
 * @param rows rows that were read from its answer
 * @param error the server's message if it failed
 */
public record Ran(String sql, long millis, long rows, Optional<String> error) {}
