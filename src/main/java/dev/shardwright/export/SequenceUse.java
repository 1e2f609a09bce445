package dev.shardwright.export;

import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Sequences;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tables take numbers from a sequence: the one that owns it, and those whose defaults call
 * it.
 */
final class SequenceUse {
  private SequenceUse() {}

  /** The tables that take numbers from a sequence. */
  static NavigableSet<TableName> tables(Schema schema, Sequence sequence) {
    Sequences all = Sequences.of(schema.sequences());
    NavigableSet<TableName> tables = new TreeSet<>();
    sequence.owner().map(ColumnRef::table).ifPresent(tables::add);
    for (Table table : schema.tables()) {
      if (table.columns().stream()
          .flatMap(column -> all.called(table.name(), column))
          .anyMatch(called -> called.name().equals(sequence.name()))) {
        tables.add(table.name());
      }
    }
    return tables;
  }

  /** Sequences that feed tables of both sides, each with its tables; planner.md 10.6. */
  static List<String> shared(Plan plan) {
    List<String> shared = new ArrayList<>();
    for (Sequence sequence : plan.schema().sequences()) {
      if (!sequence.identity()) {
        NavigableSet<TableName> tables = tables(plan.schema(), sequence);
        boolean both =
            Stream.of(Side.values())
                .allMatch(side -> tables.stream().anyMatch(t -> side.holds(plan.kind(t))));
        if (both) {
          shared.add(
              sequence.name()
                  + ": "
                  + tables.stream()
                      .map(t -> t + " (" + plan.kind(t).word() + ")")
                      .collect(Collectors.joining(", ")));
        }
      }
    }
    return shared;
  }
}
