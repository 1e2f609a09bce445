package dev.shardwright.risk;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.List;
import java.util.Optional;

/**
 * The guide's answer to a self loop, with the owner in it: the relation moves to a table of its own
 * whose composite keys carry the owner.
 *
 * <p>As the guide draws it, without the owner, the new table could join two clients.
 */
final class LoopTable {
  private LoopTable() {}

  /** Only where the table has one plain key to the root and the loop is one column. */
  static Optional<Remedy> of(Situation situation, Relation loop) {
    Optional<Relation> owner =
        situation.clientParents(loop.child()).stream()
            .filter(r -> r.parent().equals(situation.root()) && !r.nullable())
            .filter(r -> r.childColumns().size() == 1)
            .findFirst();
    boolean plain = loop.childColumns().size() == 1 && loop.declared();
    return situation
        .table(loop.child())
        .filter(t -> plain && situation.client(loop.child()))
        .flatMap(t -> owner.map(o -> remedy(situation.dialect(), t, loop, o)));
  }

  private static Remedy remedy(Dialect dialect, Table table, Relation loop, Relation owner) {
    TableName made = new TableName(table.name().schema(), table.name().name() + "_hierarchy");
    String client = owner.childColumns().getFirst();
    String key = loop.parentColumns().getFirst();
    String from = loop.childColumns().getFirst();
    List<Change> steps =
        List.of(
            new Change.AddUnique(table.name(), List.of(client, key)),
            hierarchy(table, made, client, key),
            new Change.Rows(
                "INSERT INTO %1$s (%3$s, parent_id, child_id)\nSELECT %3$s, %4$s, %5$s FROM %2$s WHERE %4$s IS NOT NULL;"
                    .formatted(
                        dialect.qualified(made),
                        dialect.qualified(table.name()),
                        dialect.quote(client),
                        dialect.quote(from),
                        dialect.quote(key))),
            new Change.DropKey(loop),
            new Change.DropColumn(table.name(), from));
    return Remedy.run(
        "Move the relation to " + made + ", which carries the owner", new Ddl(dialect), steps);
  }

  private static Change hierarchy(Table table, TableName made, String client, String key) {
    List<Column> columns =
        List.of(
            Column.of(client, type(table, client), false),
            Column.of("parent_id", type(table, key), false),
            Column.of("child_id", type(table, key), false));
    UniqueKey primary =
        UniqueKey.of(made.name() + "_pkey", UniqueKey.Kind.PRIMARY, List.of("child_id"));
    List<String> carried = List.of(client, key);
    return new Change.MakeTable(
        Table.of(made, columns, List.of(primary)),
        List.of(
            Change.key(made, List.of(client, "parent_id"), table.name(), carried, false),
            Change.key(made, List.of(client, "child_id"), table.name(), carried, false)));
  }

  private static ColumnType type(Table table, String column) {
    return table
        .column(column)
        .map(Column::type)
        .orElse(new ColumnType("bigint", TypeFamily.INTEGER));
  }
}
