package dev.shardwright.model;

import java.util.List;

/**
 * How a table's rows are spread over partitions; the partitions are no tables of the plan.
 *
 * @param key the partition key as SQL: {@code RANGE (created_at)}
 */
public record Partitioning(String key, List<Partition> partitions) {

  public Partitioning {
    partitions = List.copyOf(partitions);
  }

  /**
   * One partition.
   *
   * @param bound its rows as SQL: {@code FOR VALUES FROM (…) TO (…)}
   * @param below its own partitioning as SQL, empty if it holds rows itself
   */
  public record Partition(TableName name, TableName parent, String bound, String below) {}
}
