package dev.shardwright.introspect;

import java.util.OptionalLong;

/**
 * How big a schema or database is, by the server's statistics.
 *
 * @param tables how many tables it holds; partitions do not count
 * @param rows estimated rows of all tables; empty if the server never counted
 * @param bytes of tables and indexes
 */
public record SchemaSize(String name, int tables, OptionalLong rows, OptionalLong bytes) {}
