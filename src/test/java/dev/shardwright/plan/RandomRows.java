package dev.shardwright.plan;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Random rows for a schema of single-column keys in which no row belongs to two clients: each
 * client and "nobody" has a world of rows that reference only each other.
 */
final class RandomRows {
  /** A row, and the row that each of its keys leads to. */
  static final class Row {
    final int world;
    final Map<Relation, Row> parents = new HashMap<>();
    boolean reached;

    Row(int world) {
      this.world = world;
    }
  }

  private final Map<TableName, List<Row>> rows = new LinkedHashMap<>();

  private RandomRows() {}

  static RandomRows of(Schema schema, TableName root, int clients, Random random) {
    RandomRows made = new RandomRows();
    for (Table table : schema.tables()) {
      List<Row> all = new ArrayList<>();
      for (int world = 0; world <= clients; world++) {
        boolean isRoot = table.name().equals(root);
        int times = isRoot ? Math.min(1, world) : random.nextInt(4);
        for (int i = 0; i < times; i++) {
          all.add(new Row(world));
        }
      }
      made.rows.put(table.name(), all);
    }
    made.dropUnfillable(schema);
    for (Relation r : schema.relations()) {
      for (Row row : made.of(r.child())) {
        List<Row> choice = made.of(r.parent(), row.world);
        if (!choice.isEmpty() && (!r.nullable() || random.nextBoolean())) {
          row.parents.put(r, choice.get(random.nextInt(choice.size())));
        }
      }
    }
    return made;
  }

  List<Row> of(TableName table) {
    return rows.getOrDefault(table, List.of());
  }

  private List<Row> of(TableName table, int world) {
    return of(table).stream().filter(r -> r.world == world).toList();
  }

  /** Rows whose key is never NULL need a row to lead to, in the same world. */
  private void dropUnfillable(Schema schema) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Relation r : schema.relations()) {
        if (!r.nullable()) {
          Set<Integer> filled = new HashSet<>();
          of(r.parent()).forEach(p -> filled.add(p.world));
          changed |=
              rows.getOrDefault(r.child(), new ArrayList<>())
                  .removeIf(c -> !filled.contains(c.world));
        }
      }
    }
  }

  /** Marks every row that some client owns, over any keys that do not lead into the root. */
  void reach(TableName root) {
    of(root).forEach(row -> row.reached = true);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<TableName, List<Row>> table : rows.entrySet()) {
        for (Row row : table.getValue()) {
          boolean owned =
              !table.getKey().equals(root)
                  && row.parents.values().stream().anyMatch(p -> p.reached);
          changed |= owned && !row.reached;
          row.reached |= owned;
        }
      }
    }
  }

  /** The row of the root at the upper end of a chain, if no key on the way is NULL. */
  static Optional<Row> up(Row row, List<Relation> chain) {
    Row at = row;
    for (Relation r : chain.reversed()) {
      Row parent = at.parents.get(r);
      if (parent == null) {
        return Optional.empty();
      }
      at = parent;
    }
    return Optional.of(at);
  }
}
