package dev.shardwright.risk;

import dev.shardwright.model.Table;
import java.util.List;
import java.util.Optional;

/** Gives a table without row identity a primary key that the server fills. */
final class RowNumber {
  private RowNumber() {}

  /** Empty where there is a primary key, or a column of that name. */
  static Optional<Remedy> remedy(Situation situation, Table table) {
    boolean taken = table.column("id").isPresent() || table.primaryKey().isPresent();
    boolean partitioned = table.partitioning().isPresent();
    return taken || partitioned || table.rowIdentity().isPresent()
        ? Optional.empty()
        : Optional.of(
            Remedy.run(
                "Give each row a number of its own",
                new Ddl(situation.dialect()),
                List.of(new Change.AddIdentity(table.name(), "id"))));
  }
}
