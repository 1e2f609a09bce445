package dev.shardwright.ui;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Names;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import java.util.Optional;

/** What a decision is about, and the reason that is typed for it. */
public final class Reasons {
  private Reasons() {}

  /** The decision with a reason; nothing typed is no reason. */
  public static Decision with(Decision decision, String typed) {
    return decision.with(decision.note().because(typed));
  }

  /** What the window can show of a decision: the thing it is about; empty if that is not there. */
  public static Optional<Selection> place(Plan plan, Decision decision) {
    return switch (decision) {
      case Decision.Virtual v -> relation(plan, v.relationId());
      case Decision.Cut c -> relation(plan, c.relation());
      case Decision.FindingState f ->
          plan.findings().stream()
              .filter(x -> x.check().name().equals(f.check()) && x.table().equals(f.table()))
              .filter(x -> x.relations().equals(f.relations()))
              .findFirst()
              .<Selection>map(Selection::finding)
              .or(() -> table(plan, f));
      default -> table(plan, decision);
    };
  }

  private static Optional<Selection> relation(Plan plan, String id) {
    return plan.relations().stream()
        .filter(r -> r.relation().id().equals(id))
        .findFirst()
        .map(r -> Selection.relation(id));
  }

  private static Optional<Selection> table(Plan plan, Decision decision) {
    return plan.schema().tables().stream()
        .filter(t -> about(decision, t.name()))
        .findFirst()
        .map(t -> Selection.table(t.name()));
  }

  /** True if the decision names the table or one of its own keys. */
  public static boolean about(Decision decision, TableName table) {
    return switch (decision) {
      case Decision.Root r -> r.table().equals(table);
      case Decision.Virtual v -> v.child().equals(table) || v.parent().equals(table);
      case Decision.Cut c -> keyOf(c.relation(), table);
      case Decision.KindOverride k -> k.table().equals(table);
      case Decision.PlainId p -> p.table().equals(table);
      case Decision.Owner o -> o.table().equals(table);
      case Decision.DispatchKey d -> d.table().equals(table);
      case Decision.FindingState f -> f.table().equals(table);
      case Decision.Setting s -> false;
      case Decision.Question q -> q.table().filter(table::equals).isPresent();
    };
  }

  /**
   * A relation's id starts with its child: {@code schema.table.name}, {@code schema.table(…)->…}.
   */
  private static boolean keyOf(String relation, TableName table) {
    String child = Names.join(table.schema(), table.name());
    return relation.startsWith(child + ".") || relation.startsWith(child + "(");
  }
}
