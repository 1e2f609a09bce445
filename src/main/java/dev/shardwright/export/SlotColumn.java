package dev.shardwright.export;

import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Sequences;
import dev.shardwright.model.Table;
import dev.shardwright.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column of a client or context table whose numbers the server makes.
 *
 * @param sequence PostgreSQL: what makes them
 * @param type the column's type on the shards
 */
record SlotColumn(Table table, Column column, Optional<Sequence> sequence, String type) {

  /** Those of a plan, in the order of their tables. */
  static List<SlotColumn> of(Plan plan) {
    Part part = Part.of(plan, Side.SHARD);
    PostgresSequences sequences = new PostgresSequences(part);
    List<SlotColumn> columns = new ArrayList<>();
    for (Table table : part.tables()) {
      for (Column column : table.columns()) {
        Optional<Sequence> sequence = sequences.feeding(table, column);
        if (column.identity() == Column.Identity.AUTO_INCREMENT || sequence.isPresent()) {
          columns.add(new SlotColumn(table, column, sequence, part.type(table, column)));
        }
      }
    }
    return columns;
  }

  /**
   * The sequences of a shard, each once: those that feed its tables, and those of no table, which
   * the application may call.
   */
  static List<Sequence> sequences(Plan plan) {
    Map<String, Sequence> all = new LinkedHashMap<>();
    of(plan).forEach(c -> c.sequence().ifPresent(s -> all.putIfAbsent(s.name().toString(), s)));
    Set<Sequence> called = called(plan);
    plan.schema().sequences().stream()
        .filter(s -> s.owner().isEmpty() && !s.identity() && !called.contains(s))
        .forEach(s -> all.putIfAbsent(s.name().toString(), s));
    return List.copyOf(all.values());
  }

  private static Set<Sequence> called(Plan plan) {
    Sequences all = Sequences.of(plan.schema().sequences());
    return plan.schema().tables().stream()
        .flatMap(t -> t.columns().stream().flatMap(c -> all.called(t.name(), c)))
        .collect(Collectors.toSet());
  }

  /** True if the column is wider on the shards than in the source. */
  static boolean widened(Plan plan, Sequence sequence) {
    return of(plan).stream()
        .filter(c -> c.sequence().filter(s -> s.name().equals(sequence.name())).isPresent())
        .anyMatch(c -> !c.type().equals(c.column().type().sql()));
  }

  ColumnRef ref() {
    return new ColumnRef(table.name(), column.name());
  }
}
