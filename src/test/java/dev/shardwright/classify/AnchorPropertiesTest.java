package dev.shardwright.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A table that anchors prove never holds a row of two clients, whatever rows the keys allow. */
class AnchorPropertiesTest {
  private static final int SCHEMAS = 1000;
  private static final int CYCLIC = 600;
  private static final TableName ROOT = Schemas.table("t0");

  @Test
  void provenTablesHoldNoRowOfTwoClients() {
    int proven = 0;
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Random random = new Random(seed);
      Schema schema = schema(random);
      Plan plan = Plans.of(schema, "t0");
      Anchors anchors =
          Anchors.of(
              plan.graph(), plan.classification().tables(Kind.CLIENT), schema.byName(), r -> true);
      Map<TableName, List<Row>> rows = rows(schema, random);
      Set<TableName> unproven = new HashSet<>();
      for (TableName table : rows.keySet()) {
        List<Relation> keys =
            plan.graph().toParents(table).stream()
                .filter(r -> plan.kind(r.parent()) == Kind.CLIENT)
                .toList();
        boolean above = keys.stream().anyMatch(r -> unproven.contains(r.parent()));
        if (above || anchors.classes(table, keys).size() > 1) {
          unproven.add(table);
        } else if (keys.size() > 1) {
          proven++;
          for (Row row : rows.getOrDefault(table, List.of())) {
            assertThat(row.owners)
                .as("seed %d: owners of a row of %s", seed, table)
                .hasSizeLessThan(2);
          }
        }
      }
    }
    assertThat(proven).isGreaterThan(100);
  }

  @Test
  void cyclesEqualColumnsAndKeysThatMayBeNullHideNoRowOfTwoClients() {
    int proven = 0;
    int tied = 0;
    for (int seed = 0; seed < CYCLIC; seed++) {
      Random random = new Random(seed);
      Schema schema = equalities(cyclic(random), random);
      Plan plan = Plans.of(schema, "t0");
      Anchors anchors =
          Anchors.of(
              plan.graph(), plan.classification().tables(Kind.CLIENT), schema.byName(), r -> true);
      Map<TableName, List<ObeyingRows.Row>> rows = ObeyingRows.of(schema, ROOT, random);
      for (TableName table : consistent(plan, anchors)) {
        boolean several = keys(plan, table).size() > 1;
        proven += several ? 1 : 0;
        for (ObeyingRows.Row row : rows.getOrDefault(table, List.of())) {
          tied += several && !row.owners.isEmpty() ? 1 : 0;
          assertThat(row.owners)
              .as("seed %d: owners of a row of %s %s", seed, table, row.values)
              .hasSizeLessThan(2);
        }
      }
    }
    assertThat(proven).isGreaterThan(40);
    assertThat(tied).isGreaterThan(150);
  }

  /** Client tables whose keys are of one class, and those of all tables above as well. */
  private static Set<TableName> consistent(Plan plan, Anchors anchors) {
    Set<TableName> left = new HashSet<>(plan.classification().tables(Kind.CLIENT));
    left.removeIf(t -> anchors.classes(t, keys(plan, t)).size() > 1);
    boolean more = true;
    while (more) {
      more = left.removeIf(t -> keys(plan, t).stream().anyMatch(r -> !left.contains(r.parent())));
    }
    return left;
  }

  private static List<Relation> keys(Plan plan, TableName table) {
    return plan.graph().toParents(table).stream()
        .filter(r -> plan.kind(r.parent()) == Kind.CLIENT)
        .toList();
  }

  /** Any table may refer to any, over one or both owner columns, which a third may equal. */
  private static Schema cyclic(Random random) {
    int tables = 3 + random.nextInt(4);
    StringBuilder text = new StringBuilder("t0(id) ");
    for (int i = 1; i < tables; i++) {
      text.append("t%d(id, a%s, b%s, c".formatted(i, never(random), never(random)));
      text.append(", unique[a id], unique[b id], unique[c id], unique[a b id]");
      for (String owner : List.of("a", "b")) {
        if (random.nextInt(3) > 0) {
          text.append(", [%s] -> t0[id]".formatted(owner));
        }
      }
      for (int k = 0; k < random.nextInt(4); k++) {
        String over = List.of("a ", "b ", "c ", "a b ", "").get(random.nextInt(5));
        String same = random.nextInt(5) > 0 ? over : over.replace('a', 'c');
        text.append(
            ", k%d%s, [%sk%d] -> t%d[%sid]"
                .formatted(k, never(random), same, k, 1 + random.nextInt(tables - 1), over));
      }
      text.append(") ");
    }
    return Schemas.parse(text.toString());
  }

  private static String never(Random random) {
    return random.nextBoolean() ? "!" : "";
  }

  private static Schema equalities(Schema schema, Random random) {
    Schema all = schema;
    for (TableName table : schema.byName().keySet()) {
      if (!table.equals(ROOT)) {
        all =
            switch (random.nextInt(4)) {
              case 0 -> Tables.changed(all, table.name(), t -> Tables.checked(t, "a = c"));
              case 1 ->
                  Tables.changed(
                      all, table.name(), t -> Tables.checked(Tables.checked(t, "a = c"), "b = c"));
              case 2 -> Tables.changed(all, table.name(), t -> Tables.copying(t, "c", "a"));
              default -> all;
            };
      }
    }
    return all;
  }

  private static final class Row {
    final Map<String, Long> values = new HashMap<>();
    final Set<Long> owners = new HashSet<>();
  }

  /**
   * Rows of parents first; each key leads to a row that carries the values it demands, or to none.
   */
  private static Map<TableName, List<Row>> rows(Schema schema, Random random) {
    Map<TableName, List<Row>> rows = new LinkedHashMap<>();
    for (var table : schema.tables()) {
      List<Row> all = new ArrayList<>();
      rows.put(table.name(), all);
      for (long id = 1; id <= 6; id++) {
        Row row = new Row();
        row.values.put("id", id);
        if (table.name().equals(ROOT)) {
          row.owners.add(id);
        }
        boolean possible = true;
        for (Relation r : schema.relations()) {
          if (r.child().equals(table.name())) {
            possible &= join(r, row, rows, random);
          }
        }
        if (possible) {
          all.add(row);
        }
      }
    }
    return rows;
  }

  private static boolean join(Relation r, Row row, Map<TableName, List<Row>> rows, Random random) {
    List<Row> fitting = new ArrayList<>();
    for (Row parent : rows.getOrDefault(r.parent(), List.of())) {
      boolean fits = true;
      for (int i = 0; i < r.childColumns().size(); i++) {
        Long has = row.values.get(r.childColumns().get(i));
        Long wants = parent.values.get(r.parentColumns().get(i));
        fits &= wants != null && (has == null || has.equals(wants));
      }
      if (fits) {
        fitting.add(parent);
      }
    }
    if (fitting.isEmpty() || (r.nullable() && random.nextInt(3) == 0)) {
      return r.nullable() && r.childColumns().stream().anyMatch(c -> !row.values.containsKey(c));
    }
    Row parent = fitting.get(random.nextInt(fitting.size()));
    for (int i = 0; i < r.childColumns().size(); i++) {
      Long value = parent.values.get(r.parentColumns().get(i));
      if (value != null) {
        row.values.put(r.childColumns().get(i), value);
      }
    }
    row.owners.addAll(parent.owners);
    return true;
  }

  /** No cycles; tables with an owner column or not, single and composite keys over it. */
  private static Schema schema(Random random) {
    int tables = 4 + random.nextInt(4);
    StringBuilder text = new StringBuilder("t0(id) ");
    boolean[] owned = new boolean[tables];
    for (int i = 1; i < tables; i++) {
      owned[i] = random.nextInt(4) != 0;
      text.append("t").append(i).append("(id");
      if (owned[i]) {
        text.append(", c -> t0!, unique[c id]");
      }
      for (int k = 0; k < 1 + random.nextInt(2); k++) {
        int parent = random.nextInt(i);
        if (parent == 0 && owned[i]) {
          continue;
        }
        String never = random.nextBoolean() ? "!" : "";
        if (parent > 0 && owned[i] && owned[parent] && random.nextInt(4) != 0) {
          text.append(", k%d%s, [c k%d] -> t%d[c id]".formatted(k, never, k, parent));
        } else {
          text.append(", k%d -> t%d%s".formatted(k, parent, never));
        }
      }
      text.append(") ");
    }
    return Schemas.parse(text.toString());
  }
}
