package dev.shardwright.risk;

import dev.shardwright.model.RowCount;
import dev.shardwright.model.TableName;

/**
 * A table that could hold one row per client, and what the split would be.
 *
 * @param score 0 to 1, to compare with others of the same schema
 * @param totalOwned client tables whose every row has exactly one owner
 * @param blockers client tables that could not be split as they are
 * @param why the figures in a sentence
 */
public record RootCandidate(
    TableName table,
    double score,
    int clientTables,
    int contextTables,
    int neutralTables,
    int undecidedTables,
    int totalOwned,
    int blockers,
    RowCount rows,
    String why) {}
