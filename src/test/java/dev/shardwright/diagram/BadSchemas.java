package dev.shardwright.diagram;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Schemas that nobody would design and everybody has. */
final class BadSchemas {
  static final Schema NOTHING = Schemas.parse("");

  private BadSchemas() {}

  /** The car rental with its root table renamed. */
  static Plan named(String name) {
    Schema cars = Schemas.parse(Pictures.CAR_RENTAL);
    TableName root = new TableName("public", name);
    Function<TableName, TableName> rename = t -> t.name().equals("clients") ? root : t;
    return Pictures.plan(
        Schema.of(
            cars.origin(),
            cars.tables().stream()
                .map(t -> Table.of(rename.apply(t.name()), t.columns(), t.keys()))
                .toList(),
            cars.relations().stream()
                .map(r ->
                    Relation.declared(
                        rename.apply(r.child()),
                        r.name(),
                        r.childColumns(),
                        rename.apply(r.parent()),
                        r.parentColumns(),
                        r.nullable()))
                .toList()),
        root);
  }

  /** A table of so many columns between two plain ones. */
  static Plan wide(int columns) {
    StringBuilder text = new StringBuilder("clients(id) wide(id, client_id -> clients!");
    for (int i = 0; i < columns - 2; i++) {
      text.append(", c").append(i).append(":text");
    }
    return Pictures.plan(text.append(") small(id, wide_id -> wide!)").toString(), "clients");
  }

  /** Two tables with so many keys between them. */
  static Plan tied(int keys) {
    StringBuilder text = new StringBuilder("clients(id) many(id");
    for (int i = 0; i < keys; i++) {
      text.append(", k").append(i).append(" -> clients");
    }
    return Pictures.plan(text.append(")").toString(), "clients");
  }

  /** A table with so many keys onto itself. */
  static Plan looped(int loops) {
    StringBuilder text = new StringBuilder("clients(id");
    for (int i = 0; i < loops; i++) {
      text.append(", self").append(i).append(" -> clients");
    }
    return Pictures.plan(text.append(") rentals(id, client_id -> clients!)").toString(), "clients");
  }

  /** Tables that nothing ties together. */
  static Plan isolated(int tables) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tables; i++) {
      text.append("t").append(i).append("(id, name:text) ");
    }
    return Pictures.plan(text.toString(), "t0");
  }

  /** Tables of which not a single column is known. */
  static Plan empty(int tables) {
    List<Table> all = new ArrayList<>();
    for (int i = 0; i < tables; i++) {
      all.add(Table.of(new TableName("public", "t" + i), List.of(), List.of()));
    }
    return Pictures.plan(
        Schema.of(NOTHING.origin(), all, List.of()), new TableName("public", "t0"));
  }

  /** A root, so many hubs below it, and so many tables with a key to each hub. */
  static Plan hubs(int hubs, int children) {
    StringBuilder text = new StringBuilder("clients(id) ");
    for (int h = 0; h < hubs; h++) {
      text.append("hub").append(h).append("(id, client_id -> clients!) ");
    }
    for (int c = 0; c < children; c++) {
      text.append("child").append(c).append("(id");
      for (int h = 0; h < hubs; h++) {
        text.append(", hub").append(h).append("_id -> hub").append(h);
      }
      text.append(", before_id -> child").append(Math.max(0, c - 1)).append(") ");
    }
    return Pictures.plan(text.toString(), "clients");
  }
}
