package dev.shardwright.plan;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.Map;

/** From decisions to relations. */
final class Relations {
  private Relations() {}

  /** The relation that a decision draws; a type/id pair holds only for some rows. */
  static Relation of(Decision.Virtual drawn, Map<TableName, Table> tables) {
    Table child = tables.get(drawn.child());
    boolean nullable =
        child == null
            || child.anyNullable(drawn.childColumns())
            || drawn.discriminator().isPresent();
    return Relation.virtual(
        drawn.child(),
        drawn.childColumns(),
        drawn.parent(),
        drawn.parentColumns(),
        nullable,
        drawn.inferred() ? Relation.Origin.INFERRED : Relation.Origin.VIRTUAL,
        drawn.discriminator());
  }
}
