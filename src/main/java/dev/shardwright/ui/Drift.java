package dev.shardwright.ui;

import dev.shardwright.introspect.OpenSource;
import dev.shardwright.introspect.Source;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanDiff;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A database as it is now beside the plan that was made of it.
 *
 * @param session stays open until the comparison is over
 * @param is the plan's decisions on the new schema
 */
public record Drift(Source source, OpenSource session, Plan was, Plan is) implements AutoCloseable {
  public PlanDiff difference() {
    return PlanDiff.of(was, is);
  }

  /** The tables that the plan does not know yet. */
  public List<TableName> newTables() {
    Set<TableName> known = names(was);
    return is.schema().tables().stream().map(Table::name).filter(t -> !known.contains(t)).toList();
  }

  private static Set<TableName> names(Plan plan) {
    return plan.schema().tables().stream().map(Table::name).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    session.close();
  }
}
