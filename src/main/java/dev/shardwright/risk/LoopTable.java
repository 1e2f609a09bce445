package dev.shardwright.risk;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
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
    String sql =
        """
        ALTER TABLE {table} ADD UNIQUE ({client}, {key});

        CREATE TABLE {made} (
          {client} {clientType} NOT NULL,
          parent_id {keyType} NOT NULL,
          child_id {keyType} NOT NULL PRIMARY KEY,
          FOREIGN KEY ({client}, parent_id) REFERENCES {table} ({client}, {key}),
          FOREIGN KEY ({client}, child_id) REFERENCES {table} ({client}, {key})
        );

        INSERT INTO {made} ({client}, parent_id, child_id)
        SELECT {client}, {loop}, {key} FROM {table} WHERE {loop} IS NOT NULL;

        {drop}

        ALTER TABLE {table} DROP COLUMN {loop};\
        """
            .replace("{table}", dialect.qualified(table.name()))
            .replace("{made}", dialect.qualified(made))
            .replace("{client}", dialect.quote(client))
            .replace("{key}", dialect.quote(key))
            .replace("{loop}", dialect.quote(loop.childColumns().getFirst()))
            .replace("{clientType}", type(table, client))
            .replace("{keyType}", type(table, key))
            .replace("{drop}", new Ddl(dialect).dropKey(loop));
    return Remedy.run("Move the relation to " + made + ", which carries the owner", sql);
  }

  private static String type(Table table, String column) {
    return table.column(column).map(c -> c.type().sql()).orElse("bigint");
  }
}
