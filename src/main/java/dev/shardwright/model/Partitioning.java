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
   * @param extras PostgreSQL: statements for what the partition has of its own, in the order in
   *     which they must run after the table's keys and indexes were made: defaults, checks,
   *     storage, comments; where the server would not make and name the keys and indexes of a
   *     partition so by itself, those of all partitions, each attached to the one above
   */
  public record Partition(
      TableName name, TableName parent, String bound, String below, List<String> extras) {
    public Partition {
      extras = List.copyOf(extras);
    }

    /** A partition that is in all as its table. */
    public Partition(TableName name, TableName parent, String bound, String below) {
      this(name, parent, bound, below, List.of());
    }
  }
}
