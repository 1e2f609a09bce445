package dev.shardwright.model;

/**
 * A column's type as the server prints it, and its family.
 *
 * @param sql the full type, e.g. {@code bigint unsigned}, {@code character varying(190)}
 */
public record ColumnType(String sql, TypeFamily family) {}
