package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Counts the rows of a table for each client: {@code client1 …, row_count}, biggest first. */
final class BiggestSql {
  private final Situation situation;
  private final Sql sql;
  private final PlainOwners plain;

  BiggestSql(Situation situation, Sql sql, PlainOwners plain) {
    this.situation = situation;
    this.sql = sql;
    this.plain = plain;
  }

  /**
   * The SELECT.
   *
   * @param most so many clients at most
   */
  String of(TableName table, int most) {
    String counted = way(table).map(way -> alongWay(table, way)).orElseGet(() -> ofPairs(table));
    return counted
        + "\nORDER BY row_count DESC, "
        + String.join(", ", Sql.numbered("client", plain.rootKey().size()))
        + "\nLIMIT "
        + most;
  }

  /** The one way from the table's rows to their client; empty if there are several. */
  private Optional<Ascent> way(TableName table) {
    UnaryOperator<String> row = sql.row("t");
    if (table.equals(situation.root())) {
      return Optional.of(new Ascent(List.of(), sql.columns(plain.rootKey(), row)));
    }
    List<Relation> keys = plain.branches(table);
    return keys.size() == 1 && plain.plain(keys.getFirst())
        ? Optional.of(plain.over(keys.getFirst(), row, Sql.aliases("p")))
        : Optional.empty();
  }

  private String alongWay(TableName table, Ascent way) {
    return "SELECT "
        + Sql.named(way.key(), "client")
        + ", COUNT(*) AS row_count\nFROM "
        + sql.table(table)
        + " t"
        + way.joined()
        + "\nWHERE "
        + way.present()
        + "\nGROUP BY "
        + String.join(", ", way.key());
  }

  private String ofPairs(TableName table) {
    List<Relation> keys = situation.ownership().ownersOf(table);
    OwnerPairs pairs = new OwnerPairs(situation, sql, plain, table, keys);
    List<String> owner = Sql.numbered("x.c", plain.rootKey().size());
    return pairs.with()
        + "SELECT "
        + Sql.named(owner, "client")
        + ", SUM(x.n) AS row_count\nFROM (\n"
        + pairs.select()
        + "\n) x\nWHERE x.c1 IS NOT NULL\nGROUP BY "
        + String.join(", ", owner);
  }
}
