package dev.shardwright.export;

import dev.shardwright.model.Column;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Sequences;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tables take numbers from a sequence: the one that owns it, and those whose defaults call
 * it.
 */
final class SequenceUse {
  private SequenceUse() {}

  /** The tables that take numbers from each sequence; those that feed none are missing. */
  static Map<TableName, NavigableSet<TableName>> tables(Schema schema) {
    Sequences all = Sequences.of(schema.sequences());
    Map<TableName, NavigableSet<TableName>> tables = new TreeMap<>();
    for (Sequence sequence : schema.sequences()) {
      sequence.owner().ifPresent(column -> add(tables, sequence, column.table()));
    }
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        all.called(table.name(), column).forEach(called -> add(tables, called, table.name()));
      }
    }
    return tables;
  }

  /** Sequences that feed no table, which the application may call. */
  static List<Sequence> ofNoTable(Schema schema) {
    Set<TableName> feeding = tables(schema).keySet();
    return schema.sequences().stream().filter(s -> !feeding.contains(s.name())).toList();
  }

  private static void add(
      Map<TableName, NavigableSet<TableName>> tables, Sequence sequence, TableName table) {
    tables.computeIfAbsent(sequence.name(), _ -> new TreeSet<>()).add(table);
  }

  /** Sequences that feed tables of both sides, each with its tables; planner.md 10.6. */
  static List<String> shared(Plan plan) {
    List<String> shared = new ArrayList<>();
    tables(plan.schema())
        .forEach((sequence, tables) -> {
          boolean both =
              Stream.of(Side.values())
                  .allMatch(side -> tables.stream().anyMatch(t -> side.holds(plan.kind(t))));
          if (both) {
            shared.add(
                sequence
                    + ": "
                    + tables.stream()
                        .map(t -> t + " (" + plan.kind(t).word() + ")")
                        .collect(Collectors.joining(", ")));
          }
        });
    return shared;
  }
}
