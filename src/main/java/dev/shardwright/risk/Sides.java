package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.TableName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables of one object by the database that they go to: shards hold client and context, the
 * neutral database the rest.
 */
record Sides(List<TableName> clients, List<TableName> context, List<TableName> neutral) {

  static Sides of(Situation situation, Collection<TableName> tables) {
    return new Sides(
        only(situation, tables, Kind.CLIENT),
        only(situation, tables, Kind.CONTEXT),
        only(situation, tables, Kind.NEUTRAL));
  }

  private static List<TableName> only(
      Situation situation, Collection<TableName> tables, Kind kind) {
    return tables.stream()
        .filter(t -> situation.table(t).isPresent() && situation.kind(t) == kind)
        .distinct()
        .sorted()
        .toList();
  }

  /** True if some tables are on shards and some are not. */
  boolean parted() {
    return !neutral.isEmpty() && !(clients.isEmpty() && context.isEmpty());
  }

  /** A table that stands for all: a client table, else one of the shard's, else any. */
  TableName first() {
    return Stream.of(clients, context, neutral).flatMap(List::stream).findFirst().orElseThrow();
  }
}
