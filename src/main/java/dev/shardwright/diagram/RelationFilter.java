package dev.shardwright.diagram;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import java.util.Set;

/**
 * Which relations the reader does not want to see.
 *
 * @param without relations that are not drawn
 * @param withoutContext true to leave out relations to context tables, which every row may have
 */
public record RelationFilter(Set<Link.Sort> without, boolean withoutContext) {
  public static final RelationFilter ALL = new RelationFilter(Set.of(), false);

  public RelationFilter {
    without = Set.copyOf(without);
  }

  boolean passes(Plan plan, PlannedRelation relation) {
    return !without.contains(Link.Sort.of(relation))
        && !(withoutContext && intoContext(plan, relation.relation().parent()));
  }

  private static boolean intoContext(Plan plan, TableName parent) {
    return plan.classification().marks().containsKey(parent) && plan.kind(parent) == Kind.CONTEXT;
  }
}
