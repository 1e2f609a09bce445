package dev.shardwright.report;

import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.stream.Collectors;

/** Names as reports write them: the schema only where there are several. */
public record TableTitles(boolean qualified) {
  private static final int MOST = 5;

  public static TableTitles of(Schema schema) {
    return new TableTitles(
        schema.tables().stream().map(t -> t.name().schema()).distinct().limit(2).count() > 1);
  }

  public String of(TableName table) {
    return qualified ? table.toString() : table.name();
  }

  /** The first few, and how many more there are. */
  public String some(List<TableName> tables) {
    String first = tables.stream().limit(MOST).map(this::of).collect(Collectors.joining(", "));
    return tables.size() > MOST
        ? first + " and " + Figures.exact(tables.size() - MOST) + " more"
        : first;
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
