package dev.shardwright.diagram;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.PlannedRelation;
import java.util.Map;
import java.util.Optional;

/** Turns relations into links that run from row to row. */
final class Links {
  private final Map<TableName, Table> tables;
  private final Map<TableName, Box> boxes;
  private final Map<String, String> risky;

  Links(Schema schema, Map<TableName, Box> boxes, Map<String, String> risky) {
    this.tables = schema.byName();
    this.boxes = boxes;
    this.risky = risky;
  }

  Link link(PlannedRelation planned) {
    Relation relation = planned.relation();
    return new Link(
        relation.id(),
        relation.parent(),
        row(relation.parent(), relation.parentColumns().getFirst()),
        relation.child(),
        row(relation.child(), relation.childColumns().getFirst()),
        relation.nullable(),
        single(relation),
        Link.Sort.of(planned),
        risky.containsKey(relation.id()),
        risky.getOrDefault(relation.id(), ""),
        summary(planned));
  }

  private int row(TableName table, String column) {
    return Optional.ofNullable(boxes.get(table)).map(box -> box.row(column)).orElse(-1);
  }

  private boolean single(Relation relation) {
    return Optional.ofNullable(tables.get(relation.child()))
        .map(child -> child.uniqueOver(relation.childColumns()))
        .orElse(false);
  }

  private static String summary(PlannedRelation planned) {
    Relation relation = planned.relation();
    String ends =
        relation.child().name()
            + "("
            + String.join(", ", relation.childColumns())
            + ") → "
            + relation.parent().name()
            + "("
            + String.join(", ", relation.parentColumns())
            + ")";
    String sort =
        planned.cut() ? ", cut" : relation.declared() ? "" : ", drawn by hand, not in the database";
    return ends + (relation.nullable() ? ", nullable" : ", not null") + sort;
  }
}
