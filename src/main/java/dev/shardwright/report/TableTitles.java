package dev.shardwright.report;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;

/** Names as reports write them: the schema only where there are several. */
public record TableTitles(boolean qualified) {

  public static TableTitles of(Schema schema) {
    return new TableTitles(
        schema.tables().stream().map(t -> t.name().schema()).distinct().limit(2).count() > 1);
  }

  public String of(TableName table) {
    return qualified ? table.toString() : table.name();
  }

  /** {@code rentals (client_id) → clients (id)}. */
  public String of(Relation relation) {
    return of(relation.child())
        + " ("
        + String.join(", ", relation.childColumns())
        + ") → "
        + of(relation.parent())
        + " ("
        + String.join(", ", relation.parentColumns())
        + ")"
        + relation.discriminator().map(d -> " where " + d.column() + " = " + d.value()).orElse("");
  }
}
