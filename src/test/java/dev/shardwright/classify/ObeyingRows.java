package dev.shardwright.classify;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Random rows that obey what a schema declares, cycles included: rows of random values, of which
 * those that break a constraint are deleted until none does.
 */
final class ObeyingRows {
  private static final int ROWS = 24;
  private static final int CLIENTS = 3;

  private final Schema schema;
  private final TableName root;
  private final Random random;
  private final Map<TableName, List<Row>> rows = new LinkedHashMap<>();

  static final class Row {
    final Map<String, Long> values = new HashMap<>();
    final Set<Long> owners = new HashSet<>();
  }

  private ObeyingRows(Schema schema, TableName root, Random random) {
    this.schema = schema;
    this.root = root;
    this.random = random;
  }

  static Map<TableName, List<Row>> of(Schema schema, TableName root, Random random) {
    ObeyingRows made = new ObeyingRows(schema, root, random);
    schema.tables().forEach(made::fill);
    schema.relations().forEach(made::lead);
    schema.tables().forEach(made::copy);
    boolean more = true;
    while (more) {
      more = schema.tables().stream().map(made::delete).reduce(false, Boolean::logicalOr);
    }
    made.in(root).forEach(row -> row.owners.add(row.values.get("id")));
    more = true;
    while (more) {
      more = schema.relations().stream().map(made::own).reduce(false, Boolean::logicalOr);
    }
    return made.rows;
  }

  private List<Row> in(TableName table) {
    return rows.getOrDefault(table, new ArrayList<>());
  }

  private void fill(Table table) {
    List<Row> all = new ArrayList<>();
    for (long id = 1; id <= (table.name().equals(root) ? CLIENTS : ROWS); id++) {
      Row row = new Row();
      table.columns().stream()
          .filter(c -> !c.nullable() || random.nextInt(3) > 0)
          .forEach(c -> row.values.put(c.name(), 1L + random.nextInt(CLIENTS)));
      row.values.put("id", id);
      all.add(row);
    }
    rows.put(table.name(), all);
  }

  /** Most keys lead somewhere; a later key over the same columns may undo it. */
  private void lead(Relation r) {
    List<Row> parents = in(r.parent());
    for (Row row : in(r.child())) {
      if (!r.nullable() || random.nextInt(4) > 0) {
        Row parent = parents.get(random.nextInt(parents.size()));
        for (int i = 0; i < r.childColumns().size(); i++) {
          Long value = parent.values.get(r.parentColumns().get(i));
          if (value != null && !r.childColumns().get(i).equals("id")) {
            row.values.put(r.childColumns().get(i), value);
          }
        }
      }
    }
  }

  private void copy(Table table) {
    for (var column : table.columns()) {
      column
          .generated()
          .ifPresent(from -> {
            for (Row row : in(table.name())) {
              row.values.compute(column.name(), (c, old) -> row.values.get(from.expression()));
            }
          });
    }
  }

  private boolean delete(Table table) {
    return in(table.name()).removeIf(row -> !obeys(table, row));
  }

  private boolean obeys(Table table, Row row) {
    boolean set =
        table.columns().stream().allMatch(c -> c.nullable() || row.values.containsKey(c.name()));
    return set
        && table.checks().stream().allMatch(c -> equal(row, c.expression()))
        && schema.relations().stream()
            .filter(r -> r.child().equals(table.name()) && connects(r, row))
            .allMatch(r -> in(r.parent()).stream().anyMatch(p -> meets(r, row, p)));
  }

  /** A condition with a NULL in it is not false, so it holds. */
  private static boolean equal(Row row, String check) {
    List<Long> values =
        Arrays.stream(check.split(" = ", -1)).map(row.values::get).filter(v -> v != null).toList();
    return values.size() < 2 || values.getFirst().equals(values.getLast());
  }

  /** MATCH SIMPLE: a key with a NULL in it leads nowhere. */
  private static boolean connects(Relation r, Row row) {
    return row.values.keySet().containsAll(r.childColumns());
  }

  private static boolean meets(Relation r, Row row, Row parent) {
    for (int i = 0; i < r.childColumns().size(); i++) {
      Long value = row.values.get(r.childColumns().get(i));
      if (value == null || !value.equals(parent.values.get(r.parentColumns().get(i)))) {
        return false;
      }
    }
    return true;
  }

  private boolean own(Relation r) {
    boolean more = false;
    for (Row row : in(r.child())) {
      for (Row parent : in(r.parent())) {
        more |= meets(r, row, parent) && row.owners.addAll(parent.owners);
      }
    }
    return more;
  }
}
