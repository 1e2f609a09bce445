package dev.shardwright.diagram;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import java.util.Set;

/**
 * What the reader does not want to see.
 *
 * @param tables not drawn, as if they did not exist
 * @param sorts relations that are not drawn
 * @param intoContext true to leave out relations to context tables, which every row may have
 */
public record Hidden(Set<TableName> tables, Set<Link.Sort> sorts, boolean intoContext) {
  public static final Hidden NOTHING = new Hidden(Set.of(), Set.of(), false);

  public Hidden {
    tables = Set.copyOf(tables);
    sorts = Set.copyOf(sorts);
  }

  public Hidden with(Set<TableName> otherTables) {
    return new Hidden(otherTables, sorts, intoContext);
  }

  boolean hides(Plan plan, PlannedRelation relation) {
    return sorts.contains(Link.Sort.of(relation))
        || tables.contains(relation.relation().child())
        || tables.contains(relation.relation().parent())
        || (intoContext && intoContext(plan, relation.relation().parent()));
  }

  private static boolean intoContext(Plan plan, TableName parent) {
    return plan.classification().marks().containsKey(parent) && plan.kind(parent) == Kind.CONTEXT;
  }
}
