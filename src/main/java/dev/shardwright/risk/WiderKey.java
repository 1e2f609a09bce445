package dev.shardwright.risk;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.List;

/** Widens an id with all columns that refer to it. */
final class WiderKey {
  private WiderKey() {}

  static Remedy remedy(Situation situation, Table table, Column id) {
    Dialect dialect = situation.dialect();
    String wide = dialect.widened(id.type().sql(), false);
    String title =
        "Widen it and the columns that refer to it to " + wide + " before the ids are slotted";
    List<Relation> keys =
        situation.graph().toChildren(table.name()).stream()
            .filter(r -> r.parentColumns().contains(id.name()))
            .toList();
    boolean plain = keys.stream().allMatch(r -> r.declared() && r.childColumns().size() == 1);
    if (!plain) {
      return Remedy.advice(title);
    }
    List<Change> steps = new ArrayList<>();
    boolean mySqlFamily = dialect.product().isMySqlFamily();
    // MySQL refuses to change a column under a key (error 1833); PostgreSQL takes the key along.
    if (mySqlFamily) {
      keys.forEach(r -> steps.add(new Change.DropKey(r)));
    }
    steps.add(new Change.Retype(table.name(), id, wide));
    for (Relation r : keys) {
      situation
          .table(r.child())
          .flatMap(t -> t.column(r.childColumns().getFirst()))
          .ifPresent(c -> steps.add(new Change.Retype(r.child(), c, wide)));
    }
    if (mySqlFamily) {
      keys.forEach(r -> steps.add(new Change.AddKey(r)));
    }
    steps.addAll(counters(situation, table, id));
    return Remedy.run(title, new Ddl(dialect), steps);
  }

  /** A serial column's sequence ends where the old type did; an identity's goes with its column. */
  private static List<Change> counters(Situation situation, Table table, Column id) {
    return situation.schema().sequences().stream()
        .filter(s -> !s.identity())
        .filter(s ->
            s.owner()
                .filter(o -> o.table().equals(table.name()) && o.column().equals(id.name()))
                .isPresent())
        .<Change>map(s ->
            new Change.Rows(
                "ALTER SEQUENCE " + situation.dialect().qualified(s.name()) + " AS bigint;"))
        .toList();
  }
}
