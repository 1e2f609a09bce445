package dev.shardwright.risk;

import dev.shardwright.graph.Chain;
import dev.shardwright.graph.Chains;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Relation.Action;
import dev.shardwright.model.Relation.Deferral;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deleting a client by cascades that meet a key in the wrong order: MySQL and MariaDB by the names
 * of the keys, PostgreSQL by the depth.
 */
final class UnsafeCascade implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.UNSAFE_CASCADE;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    Map<TableName, Chain> deleted =
        Chains.down(
            situation.graph(),
            List.of(situation.root()),
            r -> r.declared() && r.onDelete() == Action.CASCADE);
    List<Finding> findings = new ArrayList<>();
    for (Relation r : situation.graph().relations()) {
      boolean both = deleted.containsKey(r.child()) && deleted.containsKey(r.parent());
      if (both && !r.selfLoop() && !r.parent().equals(situation.root()) && r.declared()) {
        finding(situation, r).ifPresent(findings::add);
      }
    }
    return CheckOutcome.of(findings);
  }

  private Optional<Finding> finding(Situation situation, Relation r) {
    boolean stops =
        (r.onDelete() == Action.RESTRICT || r.onDelete() == Action.NO_ACTION)
            && r.deferral() != Deferral.INITIALLY_DEFERRED;
    if (stops) {
      String message =
          "Deleting a row of %s may delete %s before %s and fail at the key over %s."
              .formatted(
                  situation.root(), r.parent(), r.child(), String.join(", ", r.childColumns()));
      return Optional.of(made(situation, r, Severity.ERROR, message));
    }
    boolean twoWays =
        situation.product().isMySqlFamily()
            && r.onDelete() == Action.CASCADE
            && sharedParent(situation, r);
    return twoWays
        ? Optional.of(
            made(
                situation,
                r,
                Severity.INFO,
                "%s is deleted both through %s and beside it; this was reported to fail on older servers and did not on MariaDB 10.11 and MySQL 9.7."
                    .formatted(r.child(), r.parent())))
        : Optional.empty();
  }

  private static boolean sharedParent(Situation situation, Relation r) {
    return situation.graph().toParents(r.child()).stream()
        .filter(o -> o.onDelete() == Action.CASCADE && !o.parent().equals(r.parent()))
        .anyMatch(o ->
            situation.graph().toParents(r.parent()).stream()
                .anyMatch(p -> p.onDelete() == Action.CASCADE && p.parent().equals(o.parent())));
  }

  private Finding made(Situation situation, Relation r, Severity severity, String message) {
    List<Remedy> remedies = new ArrayList<>();
    remedies.add(
        Remedy.advice(
            "Delete table by table, children first: " + r.child() + " before " + r.parent()));
    Ddl ddl = new Ddl(situation.dialect());
    if (r.onDelete() != Action.CASCADE) {
      remedies.add(
          Remedy.run(
              "Let this key cascade too",
              ddl,
              List.of(new Change.ReplaceKey(r, r.onDelete(Action.CASCADE)))));
    }
    return Finding.of(code(), severity, r.child(), message).about(List.of(r)).remedies(remedies);
  }
}
